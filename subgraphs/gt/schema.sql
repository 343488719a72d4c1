-- Registro de armas y decomisos. Fechas como texto DD/MM/AAAA, códigos numéricos, como las lleva el sistema desde 1998.
CREATE TABLE cat_marca (cod_marca INTEGER PRIMARY KEY, nombre VARCHAR(60) NOT NULL);
CREATE TABLE cat_calibre (cod_calibre INTEGER PRIMARY KEY, descripcion VARCHAR(40) NOT NULL);
CREATE TABLE cat_pais (cod_pais INTEGER PRIMARY KEY, iso2 VARCHAR(2) NOT NULL, nombre VARCHAR(60) NOT NULL);
CREATE TABLE decomiso (
  id_decomiso INTEGER PRIMARY KEY,
  no_expediente VARCHAR(40) NOT NULL,
  fec_decomiso VARCHAR(10),
  cod_depto INTEGER,
  municipio VARCHAR(60),
  forma VARCHAR(40),
  institucion VARCHAR(60),
  ocultamiento VARCHAR(60),
  observaciones VARCHAR(200),
  cod_pais_origen INTEGER,
  cod_pais_destino INTEGER,
  id_ruta INTEGER,
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE arma (
  id_arma INTEGER PRIMARY KEY,
  no_serie VARCHAR(30),
  cod_marca INTEGER,
  modelo VARCHAR(40),
  cod_calibre INTEGER,
  cod_tipo INTEGER,
  cod_pais_fab INTEGER,
  anio_fab INTEGER,
  largo_canon_cm NUMERIC(6,2),
  serie_borrada VARCHAR(1),
  cod_situacion INTEGER,
  cod_pais_importacion INTEGER,
  anio_importacion INTEGER,
  id_decomiso INTEGER,
  institucion VARCHAR(60),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX arma_serie ON arma (no_serie);
CREATE INDEX arma_decomiso ON arma (id_decomiso);
CREATE INDEX decomiso_ruta ON decomiso (id_ruta);
CREATE TABLE persona (
  id_persona INTEGER PRIMARY KEY,
  nombre_completo VARCHAR(120),
  alias VARCHAR(120),
  fec_nacimiento VARCHAR(10),
  sexo VARCHAR(1),
  cod_pais INTEGER,
  dpi VARCHAR(20),
  pasaporte VARCHAR(20),
  senas VARCHAR(120),
  menor VARCHAR(1),
  fec_hecho VARCHAR(10),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE decomiso_persona (id_decomiso INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_decomiso, id_persona));
CREATE TABLE decomiso_red (id_decomiso INTEGER NOT NULL, id_red INTEGER NOT NULL, PRIMARY KEY (id_decomiso, id_red));
CREATE TABLE municion (id_municion INTEGER PRIMARY KEY, id_decomiso INTEGER NOT NULL, calibre VARCHAR(40), cantidad INTEGER);
CREATE INDEX municion_decomiso ON municion (id_decomiso);
CREATE TABLE robo (id_robo INTEGER PRIMARY KEY, id_arma INTEGER NOT NULL, fec_robo VARCHAR(10), cod_depto INTEGER, denunciante VARCHAR(60));
CREATE INDEX robo_arma ON robo (id_arma);
CREATE TABLE incautacion_droga (
  id_incautacion INTEGER PRIMARY KEY,
  fecha VARCHAR(10),
  lugar VARCHAR(80),
  cod_depto INTEGER,
  droga VARCHAR(40),
  cantidad NUMERIC(14,4),
  unidad VARCHAR(20),
  ocultamiento VARCHAR(80),
  instalacion VARCHAR(80),
  transporte VARCHAR(40),
  pais_productor VARCHAR(40),
  pais_salida VARCHAR(40),
  pais_destino VARCHAR(40),
  cod_forma INTEGER,
  pureza INTEGER,
  marca_paquete VARCHAR(40),
  cod_medio INTEGER,
  id_medio INTEGER,
  no_expediente VARCHAR(40),
  id_ruta INTEGER,
  institucion VARCHAR(60),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX incautacion_ruta ON incautacion_droga (id_ruta);
CREATE INDEX incautacion_fecha ON incautacion_droga (fecha);
CREATE TABLE cat_sustancia (cod_sustancia INTEGER PRIMARY KEY, nombre VARCHAR(60) NOT NULL, cas VARCHAR(20), cod_cuadro INTEGER);
CREATE TABLE solicitud_rastreo (
  id_solicitud INTEGER PRIMARY KEY,
  fec_solicitud VARCHAR(10),
  cod_pais_solicita INTEGER,
  cod_pais_solicitado INTEGER,
  prioridad VARCHAR(1),
  cod_delito VARCHAR(4),
  no_expediente VARCHAR(40),
  no_serie VARCHAR(30),
  cod_marca INTEGER,
  cod_estado INTEGER,
  cod_resultado INTEGER,
  fec_respuesta VARCHAR(10),
  id_arma INTEGER,
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE incautacion_persona (id_incautacion INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_incautacion, id_persona));
CREATE TABLE incautacion_red (id_incautacion INTEGER NOT NULL, id_red INTEGER NOT NULL, PRIMARY KEY (id_incautacion, id_red));
CREATE TABLE cultivo (
  id_sitio INTEGER PRIMARY KEY,
  cod_cultivo INTEGER,
  manzanas NUMERIC(10,2),
  manzanas_erradicadas NUMERIC(10,2),
  fec_reconocimiento VARCHAR(10),
  cod_depto INTEGER,
  municipio VARCHAR(60),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE laboratorio (
  id_laboratorio INTEGER PRIMARY KEY,
  fec_hallazgo VARCHAR(10),
  cod_depto INTEGER,
  municipio VARCHAR(60),
  producto VARCHAR(60),
  cod_droga INTEGER,
  libras_mes INTEGER,
  institucion VARCHAR(60),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE laboratorio_precursor (id_laboratorio INTEGER NOT NULL, sustancia VARCHAR(60));
CREATE INDEX laboratorio_precursor_id_laboratorio ON laboratorio_precursor (id_laboratorio);
CREATE TABLE embarque (
  id_embarque INTEGER PRIMARY KEY,
  no_notificacion VARCHAR(40),
  cod_sustancia INTEGER,
  peso NUMERIC(14,2),
  unidad VARCHAR(10),
  peso_recibido_kg NUMERIC(14,2),
  cod_pais_exporta INTEGER,
  cod_pais_importa INTEGER,
  exportador VARCHAR(80),
  importador VARCHAR(80),
  consignatario VARCHAR(80),
  aduana VARCHAR(60),
  fec_prevista VARCHAR(10),
  fec_arribo VARCHAR(10),
  cod_respuesta INTEGER,
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX embarque_no_notificacion ON embarque (no_notificacion);
CREATE TABLE incidente_precursor (
  id_incidente INTEGER PRIMARY KEY,
  cod_tipo INTEGER,
  cod_sustancia INTEGER,
  peso NUMERIC(14,2),
  unidad VARCHAR(10),
  fec_incidente VARCHAR(10),
  cod_depto INTEGER,
  municipio VARCHAR(60),
  cod_pais_origen INTEGER,
  cod_pais_destino INTEGER,
  no_expediente VARCHAR(40),
  id_embarque INTEGER,
  id_ruta INTEGER,
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE red (
  id_red INTEGER PRIMARY KEY,
  nombre VARCHAR(80),
  alias VARCHAR(120),
  cod_clase INTEGER,
  delitos VARCHAR(40),
  miembros INTEGER,
  fec_primera VARCHAR(10),
  fec_ultima VARCHAR(10),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX red_nombre ON red (nombre);
CREATE TABLE red_jefe (id_red INTEGER NOT NULL, alias VARCHAR(60), papel VARCHAR(40), desde VARCHAR(4));
CREATE INDEX red_jefe_id_red ON red_jefe (id_red);
CREATE TABLE red_depto (id_red INTEGER NOT NULL, cod_depto INTEGER NOT NULL, PRIMARY KEY (id_red, cod_depto));
CREATE TABLE red_persona (id_red INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_red, id_persona));
CREATE TABLE ruta (
  id_ruta INTEGER PRIMARY KEY,
  nombre VARCHAR(80),
  cod_mercancia INTEGER,
  cod_pais_origen INTEGER,
  cod_pais_destino INTEGER,
  fec_primera VARCHAR(10),
  fec_ultima VARCHAR(10),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE ruta_tramo (id_ruta INTEGER NOT NULL, orden INTEGER NOT NULL, cod_pais_de INTEGER, lugar_de VARCHAR(60), cod_pais_a INTEGER, lugar_a VARCHAR(60), cod_medio INTEGER, paso VARCHAR(60), PRIMARY KEY (id_ruta, orden));
CREATE TABLE ruta_red (id_ruta INTEGER NOT NULL, id_red INTEGER NOT NULL, PRIMARY KEY (id_ruta, id_red));
CREATE TABLE medio (
  id_medio INTEGER PRIMARY KEY,
  cod_clase INTEGER,
  placa VARCHAR(20),
  cod_pais INTEGER,
  vin VARCHAR(20),
  omi VARCHAR(10),
  cola VARCHAR(12),
  marca VARCHAR(40),
  modelo VARCHAR(40),
  anio INTEGER,
  color VARCHAR(20),
  cod_situacion INTEGER,
  fec_situacion VARCHAR(10),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX medio_placa ON medio (placa);
CREATE INDEX medio_vin ON medio (vin);
CREATE TABLE mara (
  id_mara INTEGER PRIMARY KEY,
  nombre VARCHAR(80),
  alias VARCHAR(120),
  delitos VARCHAR(40),
  miembros INTEGER,
  fec_primera VARCHAR(10),
  fec_ultima VARCHAR(10),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX mara_nombre ON mara (nombre);
CREATE TABLE mara_clica (id_mara INTEGER NOT NULL, nombre VARCHAR(120), cod_depto INTEGER, municipio VARCHAR(60), miembros INTEGER);
CREATE INDEX mara_clica_id_mara ON mara_clica (id_mara);
CREATE TABLE mara_signo (id_mara INTEGER NOT NULL, signo VARCHAR(60));
CREATE INDEX mara_signo_id_mara ON mara_signo (id_mara);
CREATE TABLE mara_presencia (id_mara INTEGER NOT NULL, cod_depto INTEGER NOT NULL, miembros INTEGER, anio VARCHAR(4), PRIMARY KEY (id_mara, cod_depto));
CREATE TABLE mara_persona (id_mara INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_mara, id_persona));
CREATE TABLE vinculo_mara (
  id_vinculo INTEGER PRIMARY KEY,
  id_persona INTEGER NOT NULL,
  id_mara INTEGER NOT NULL,
  cod_papel INTEGER,
  desde VARCHAR(4),
  hasta VARCHAR(4),
  fec_revision VARCHAR(10),
  fec_depuracion VARCHAR(10),
  notificado VARCHAR(1),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX vinculo_mara_id_persona ON vinculo_mara (id_persona);
CREATE INDEX vinculo_mara_id_mara ON vinculo_mara (id_mara);
CREATE TABLE vinculo_criterio (id_vinculo INTEGER NOT NULL, cod_criterio INTEGER, prueba VARCHAR(60), fecha VARCHAR(10));
CREATE INDEX vinculo_criterio_id_vinculo ON vinculo_criterio (id_vinculo);
CREATE TABLE hecho_mara (
  id_hecho INTEGER PRIMARY KEY,
  fec_hecho VARCHAR(10),
  cod_depto INTEGER,
  municipio VARCHAR(60),
  cod_tipo INTEGER,
  victimas INTEGER,
  no_expediente VARCHAR(40),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE hecho_mara_autor (id_hecho INTEGER NOT NULL, id_mara INTEGER NOT NULL, PRIMARY KEY (id_hecho, id_mara));
CREATE INDEX hecho_mara_autor_id_mara ON hecho_mara_autor (id_mara);
CREATE TABLE desplazamiento_mara (
  id_desplazamiento INTEGER PRIMARY KEY,
  id_mara INTEGER,
  cod_pais_de INTEGER,
  cod_depto_de INTEGER,
  lugar_de VARCHAR(60),
  cod_pais_a INTEGER,
  cod_depto_a INTEGER,
  lugar_a VARCHAR(60),
  fec_observado VARCHAR(10),
  cod_tipo INTEGER,
  personas INTEGER,
  confianza INTEGER,
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE INDEX desplazamiento_mara_id_mara ON desplazamiento_mara (id_mara);
CREATE TABLE ley (
  id_ley INTEGER PRIMARY KEY,
  titulo VARCHAR(200),
  numero VARCHAR(80),
  cod_materia INTEGER,
  cod_estado INTEGER,
  fec_vigencia VARCHAR(10),
  resumen VARCHAR(250),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
CREATE TABLE contacto (
  id_contacto INTEGER PRIMARY KEY,
  dependencia VARCHAR(80),
  cod_tema INTEGER,
  horario VARCHAR(40),
  idiomas VARCHAR(20),
  telefono VARCHAR(20),
  correo VARCHAR(80),
  fec_registro VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_vence VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  fuente VARCHAR(1),
  exactitud INTEGER
);
