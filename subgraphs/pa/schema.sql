-- Aduanas, puertos y Ministerio Público de Panamá: columnas en español y en inglés, fechas ISO, pesos en kilos o en libras.
-- Lo que entra y sale por puertos, aeropuertos y pasos.
CREATE TABLE customs_port (
  port_code VARCHAR(6) PRIMARY KEY,
  port_name VARCHAR(80) NOT NULL
);
CREATE TABLE arma (
  arma_id INTEGER PRIMARY KEY,
  serial_no VARCHAR(40),
  serie_borrada VARCHAR(1),
  marca VARCHAR(60),
  modelo VARCHAR(60),
  tipo VARCHAR(3),
  calibre VARCHAR(30),
  barrel_mm INTEGER,
  acabado VARCHAR(40),
  country_made VARCHAR(2),
  year_made INTEGER,
  import_mark_country VARCHAR(2),
  import_mark_year INTEGER,
  marcas_adicionales VARCHAR(120),
  estado VARCHAR(3),
  decomiso_id INTEGER,
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX arma_serial_no ON arma (serial_no);
CREATE INDEX arma_decomiso_id ON arma (decomiso_id);
CREATE TABLE arma_importacion (
  declaracion_no VARCHAR(20) PRIMARY KEY,
  arma_id INTEGER NOT NULL,
  import_date VARCHAR(10),
  port_code VARCHAR(6),
  importador VARCHAR(80)
);
CREATE INDEX arma_importacion_arma_id ON arma_importacion (arma_id);
CREATE TABLE arma_hurto (
  denuncia_no VARCHAR(20) PRIMARY KEY,
  arma_id INTEGER NOT NULL,
  fecha VARCHAR(10),
  provincia VARCHAR(2),
  distrito VARCHAR(80)
);
CREATE INDEX arma_hurto_arma_id ON arma_hurto (arma_id);
-- Decomisos de armas.
CREATE TABLE decomiso (
  decomiso_id INTEGER PRIMARY KEY,
  noticia_criminal VARCHAR(40),
  event_ts VARCHAR(30),
  provincia VARCHAR(2),
  distrito VARCHAR(80),
  lat NUMERIC(9,5),
  lon NUMERIC(9,5),
  procedimiento VARCHAR(60),
  ocultamiento VARCHAR(120),
  container_no VARCHAR(12),
  circunstancias VARCHAR(200),
  pais_origen VARCHAR(2),
  paises_transito VARCHAR(60),
  pais_destino VARCHAR(2),
  ruta_id INTEGER,
  destino_bien VARCHAR(60),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX decomiso_noticia_criminal ON decomiso (noticia_criminal);
CREATE INDEX decomiso_ruta_id ON decomiso (ruta_id);
CREATE TABLE decomiso_municion (
  linea INTEGER PRIMARY KEY,
  decomiso_id INTEGER NOT NULL,
  calibre VARCHAR(30),
  cantidad INTEGER
);
CREATE INDEX decomiso_municion_decomiso_id ON decomiso_municion (decomiso_id);
CREATE TABLE decomiso_persona (
  decomiso_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX decomiso_persona_decomiso_id ON decomiso_persona (decomiso_id);
CREATE TABLE decomiso_organizacion (
  decomiso_id INTEGER NOT NULL,
  org_id INTEGER NOT NULL
);
CREATE INDEX decomiso_organizacion_decomiso_id ON decomiso_organizacion (decomiso_id);
-- Control de armas.
CREATE TABLE licencia_armas (
  licencia_id INTEGER PRIMARY KEY,
  license_no VARCHAR(40),
  foreign_license_no VARCHAR(40),
  tipo_tramite VARCHAR(3),
  issue_date VARCHAR(10),
  valid_until VARCHAR(10),
  exporting_country VARCHAR(2),
  importing_country VARCHAR(2),
  paises_transito VARCHAR(60),
  corredor VARCHAR(120),
  usuario_final VARCHAR(120),
  cantidad INTEGER,
  cantidad_movida INTEGER,
  valor NUMERIC(14,2),
  moneda VARCHAR(3),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX licencia_armas_license_no ON licencia_armas (license_no);
CREATE TABLE licencia_renglon (
  renglon INTEGER PRIMARY KEY,
  licencia_id INTEGER NOT NULL,
  tipo VARCHAR(3),
  marca VARCHAR(60),
  modelo VARCHAR(60),
  calibre VARCHAR(30),
  cantidad INTEGER
);
CREATE INDEX licencia_renglon_licencia_id ON licencia_renglon (licencia_id);
CREATE TABLE deposito_armas (
  deposito_id INTEGER PRIMARY KEY,
  custodio VARCHAR(120),
  provincia VARCHAR(2),
  distrito VARCHAR(80),
  lat NUMERIC(9,5),
  lon NUMERIC(9,5),
  cantidad INTEGER,
  condicion VARCHAR(1),
  nivel INTEGER,
  ultima_inspeccion VARCHAR(10),
  faltante INTEGER,
  excedente INTEGER,
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE TABLE deposito_renglon (
  renglon INTEGER PRIMARY KEY,
  deposito_id INTEGER NOT NULL,
  tipo VARCHAR(3),
  marca VARCHAR(60),
  modelo VARCHAR(60),
  calibre VARCHAR(30),
  cantidad INTEGER
);
CREATE INDEX deposito_renglon_deposito_id ON deposito_renglon (deposito_id);
-- Drogas. El peso lleva su unidad al lado: KG o LB.
CREATE TABLE incautacion_droga (
  incautacion_id INTEGER PRIMARY KEY,
  noticia_criminal VARCHAR(40),
  event_ts VARCHAR(30),
  provincia VARCHAR(2),
  distrito VARCHAR(80),
  lat NUMERIC(9,5),
  lon NUMERIC(9,5),
  port_code VARCHAR(6),
  container_no VARCHAR(12),
  sustancia VARCHAR(60),
  clase VARCHAR(1),
  forma VARCHAR(2),
  weight NUMERIC(18,6),
  weight_unit VARCHAR(4),
  unidades NUMERIC(14,2),
  pureza NUMERIC(5,2),
  logos VARCHAR(120),
  procedimiento VARCHAR(60),
  via VARCHAR(3),
  transporte_id INTEGER,
  ocultamiento VARCHAR(120),
  pais_origen VARCHAR(2),
  paises_transito VARCHAR(60),
  pais_destino VARCHAR(2),
  ruta_id INTEGER,
  destino_bien VARCHAR(60),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX incautacion_droga_event_ts ON incautacion_droga (event_ts);
CREATE INDEX incautacion_droga_ruta_id ON incautacion_droga (ruta_id);
CREATE TABLE incautacion_persona (
  incautacion_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX incautacion_persona_incautacion_id ON incautacion_persona (incautacion_id);
CREATE TABLE incautacion_organizacion (
  incautacion_id INTEGER NOT NULL,
  org_id INTEGER NOT NULL
);
CREATE INDEX incautacion_organizacion_incautacion_id ON incautacion_organizacion (incautacion_id);
CREATE TABLE laboratorio (
  lab_id INTEGER PRIMARY KEY,
  fecha VARCHAR(10),
  provincia VARCHAR(2),
  distrito VARCHAR(80),
  lat NUMERIC(9,5),
  lon NUMERIC(9,5),
  producto VARCHAR(60),
  clase VARCHAR(1),
  capacidad_lb_mes NUMERIC(14,6),
  precursores VARCHAR(240),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE TABLE oferta_en_linea (
  oferta_id INTEGER PRIMARY KEY,
  platform VARCHAR(80),
  sustancia VARCHAR(60),
  clase VARCHAR(1),
  first_seen VARCHAR(10),
  last_seen VARCHAR(10),
  ships_from VARCHAR(2),
  ships_to VARCHAR(80),
  vendor VARCHAR(80),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
-- Precursores: prenotificaciones de exportación.
CREATE TABLE prenotificacion (
  prenot_id INTEGER PRIMARY KEY,
  pen_no VARCHAR(40),
  sustancia VARCHAR(80),
  cas_no VARCHAR(15),
  cuadro VARCHAR(3),
  weight NUMERIC(18,6),
  weight_unit VARCHAR(4),
  weight_received NUMERIC(18,6),
  exporting_country VARCHAR(2),
  importing_country VARCHAR(2),
  exportador VARCHAR(120),
  importador VARCHAR(120),
  consignee VARCHAR(120),
  port_code VARCHAR(6),
  eta VARCHAR(10),
  ata VARCHAR(10),
  respuesta VARCHAR(3),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX prenotificacion_pen_no ON prenotificacion (pen_no);
CREATE TABLE incidente_precursor (
  incidente_id INTEGER PRIMARY KEY,
  tipo VARCHAR(3),
  sustancia VARCHAR(80),
  cas_no VARCHAR(15),
  cuadro VARCHAR(3),
  weight NUMERIC(18,6),
  weight_unit VARCHAR(4),
  fecha VARCHAR(10),
  provincia VARCHAR(2),
  distrito VARCHAR(80),
  lat NUMERIC(9,5),
  lon NUMERIC(9,5),
  pais_origen VARCHAR(2),
  pais_destino VARCHAR(2),
  noticia_criminal VARCHAR(40),
  prenot_id INTEGER,
  ruta_id INTEGER,
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX incidente_precursor_cas_no ON incidente_precursor (cas_no);
CREATE TABLE desvio_farmaco (
  desvio_id INTEGER PRIMARY KEY,
  producto VARCHAR(80),
  principio_activo VARCHAR(80),
  unidades NUMERIC(14,2),
  desviado_de VARCHAR(120),
  fecha VARCHAR(10),
  provincia VARCHAR(2),
  distrito VARCHAR(80),
  lat NUMERIC(9,5),
  lon NUMERIC(9,5),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
-- Rutas, personas, organizaciones, medios de transporte.
CREATE TABLE ruta (
  ruta_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  mercancia VARCHAR(3),
  pais_origen VARCHAR(2),
  pais_destino VARCHAR(2),
  first_seen VARCHAR(10),
  last_seen VARCHAR(10),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE TABLE ruta_tramo (
  tramo_id INTEGER PRIMARY KEY,
  ruta_id INTEGER NOT NULL,
  orden INTEGER,
  from_country VARCHAR(2),
  from_place VARCHAR(80),
  to_country VARCHAR(2),
  to_place VARCHAR(80),
  via VARCHAR(3),
  paso VARCHAR(80)
);
CREATE INDEX ruta_tramo_ruta_id ON ruta_tramo (ruta_id);
CREATE TABLE ruta_organizacion (
  ruta_id INTEGER NOT NULL,
  org_id INTEGER NOT NULL
);
CREATE INDEX ruta_organizacion_ruta_id ON ruta_organizacion (ruta_id);
CREATE TABLE persona (
  persona_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  alias VARCHAR(200),
  fecha_nac VARCHAR(10),
  sexo VARCHAR(1),
  nacionalidad VARCHAR(2),
  cedula VARCHAR(30),
  pasaporte VARCHAR(30),
  senas VARCHAR(200),
  menor VARCHAR(1),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX persona_cedula ON persona (cedula);
CREATE TABLE organizacion (
  org_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  alias VARCHAR(240),
  clase VARCHAR(3),
  delitos VARCHAR(120),
  miembros_est INTEGER,
  first_seen VARCHAR(10),
  last_seen VARCHAR(10),
  provincias VARCHAR(60),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX organizacion_nombre ON organizacion (nombre);
CREATE TABLE organizacion_lider (
  lider_id INTEGER PRIMARY KEY,
  org_id INTEGER NOT NULL,
  alias VARCHAR(80),
  rol VARCHAR(80),
  desde_anio INTEGER
);
CREATE INDEX organizacion_lider_org_id ON organizacion_lider (org_id);
CREATE TABLE organizacion_persona (
  org_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX organizacion_persona_org_id ON organizacion_persona (org_id);
CREATE TABLE medio_transporte (
  transporte_id INTEGER PRIMARY KEY,
  clase VARCHAR(1),
  registration VARCHAR(20),
  flag_country VARCHAR(2),
  vin VARCHAR(20),
  imo_no VARCHAR(12),
  tail_no VARCHAR(12),
  marca VARCHAR(60),
  modelo VARCHAR(60),
  anio INTEGER,
  color VARCHAR(30),
  estado VARCHAR(3),
  estado_desde VARCHAR(10),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE INDEX medio_transporte_registration ON medio_transporte (registration);
-- Unidad de análisis financiero: reportes de operación sospechosa (ROS).
CREATE TABLE reporte_uaf (
  reporte_id INTEGER PRIMARY KEY,
  report_code VARCHAR(3),
  motivo VARCHAR(240),
  indicadores VARCHAR(240),
  submitted_on VARCHAR(10),
  sujeto_obligado VARCHAR(120),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE TABLE reporte_operacion (
  operacion_id INTEGER PRIMARY KEY,
  reporte_id INTEGER NOT NULL,
  fecha VARCHAR(10),
  medio VARCHAR(3),
  monto NUMERIC(16,2),
  moneda VARCHAR(3),
  ordenante VARCHAR(120),
  beneficiario VARCHAR(120),
  from_country VARCHAR(2),
  to_country VARCHAR(2)
);
CREATE INDEX reporte_operacion_reporte_id ON reporte_operacion (reporte_id);
CREATE TABLE reporte_persona (
  reporte_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX reporte_persona_reporte_id ON reporte_persona (reporte_id);
CREATE TABLE reporte_organizacion (
  reporte_id INTEGER NOT NULL,
  org_id INTEGER NOT NULL
);
CREATE INDEX reporte_organizacion_reporte_id ON reporte_organizacion (reporte_id);
CREATE TABLE aprehension_bienes (
  aprehension_id INTEGER PRIMARY KEY,
  fecha_orden VARCHAR(10),
  juzgado VARCHAR(120),
  estado VARCHAR(3),
  noticia_criminal VARCHAR(40),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE TABLE aprehension_bien (
  bien_id INTEGER PRIMARY KEY,
  aprehension_id INTEGER NOT NULL,
  clase VARCHAR(60),
  descripcion VARCHAR(200),
  avaluo NUMERIC(16,2),
  moneda VARCHAR(3),
  pais VARCHAR(2)
);
CREATE INDEX aprehension_bien_aprehension_id ON aprehension_bien (aprehension_id);
CREATE TABLE aprehension_persona (
  aprehension_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX aprehension_persona_aprehension_id ON aprehension_persona (aprehension_id);
CREATE TABLE caso_corrupcion (
  caso_id INTEGER PRIMARY KEY,
  cargo VARCHAR(120),
  delito VARCHAR(3),
  etapa VARCHAR(3),
  fecha_apertura VARCHAR(10),
  norma VARCHAR(160),
  noticia_criminal VARCHAR(40),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
-- Normas y contactos.
CREATE TABLE norma (
  norma_id INTEGER PRIMARY KEY,
  titulo VARCHAR(200),
  numero VARCHAR(60),
  materia VARCHAR(4),
  vigencia VARCHAR(3),
  vigente_desde VARCHAR(10),
  extracto VARCHAR(1000),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
CREATE TABLE contacto (
  contacto_id INTEGER PRIMARY KEY,
  entidad_contacto VARCHAR(120),
  materia VARCHAR(3),
  horario VARCHAR(60),
  idiomas VARCHAR(40),
  telefono VARCHAR(40),
  email VARCHAR(120),
  entidad VARCHAR(60),
  semaforo VARCHAR(8),
  nota_manejo VARCHAR(120),
  source_grade VARCHAR(1),
  info_grade INTEGER,
  created_on VARCHAR(10),
  updated_on VARCHAR(10),
  verified_on VARCHAR(10),
  expires_on VARCHAR(10)
);
