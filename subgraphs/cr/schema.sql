-- Poder Judicial de Costa Rica: bien normalizado alrededor del expediente, cantones, fechas ISO y códigos de una o dos letras.
-- Catálogos.
CREATE TABLE canton (
  canton_id INTEGER PRIMARY KEY,
  provincia VARCHAR(2) NOT NULL,
  nombre VARCHAR(80) NOT NULL,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5)
);
CREATE TABLE oficina (
  oficina_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120) NOT NULL
);
CREATE TABLE marca (
  marca_id INTEGER PRIMARY KEY,
  nombre VARCHAR(60) NOT NULL
);
CREATE TABLE calibre (
  calibre_id INTEGER PRIMARY KEY,
  nombre VARCHAR(30) NOT NULL
);
CREATE TABLE modelo (
  modelo_id INTEGER PRIMARY KEY,
  marca_id INTEGER NOT NULL,
  calibre_id INTEGER,
  nombre VARCHAR(60) NOT NULL,
  tipo VARCHAR(1) NOT NULL,
  pais VARCHAR(2),
  canon_milimetros INTEGER
);
CREATE TABLE droga (
  droga_id INTEGER PRIMARY KEY,
  nombre VARCHAR(80) NOT NULL,
  familia VARCHAR(1) NOT NULL
);
CREATE TABLE quimico (
  quimico_id INTEGER PRIMARY KEY,
  nombre VARCHAR(80) NOT NULL,
  cas VARCHAR(15) NOT NULL,
  cuadro VARCHAR(1) NOT NULL
);
CREATE INDEX quimico_cas ON quimico (cas);
CREATE TABLE aduana (
  aduana_id INTEGER PRIMARY KEY,
  nombre VARCHAR(80) NOT NULL
);
-- El expediente judicial: de él cuelga lo demás.
CREATE TABLE expediente (
  expediente_id INTEGER PRIMARY KEY,
  numero_unico VARCHAR(40) NOT NULL,
  materia VARCHAR(1) NOT NULL
);
CREATE INDEX expediente_numero_unico ON expediente (numero_unico);
-- Armas.
CREATE TABLE arma (
  arma_id INTEGER PRIMARY KEY,
  serie VARCHAR(40),
  serie_alterada VARCHAR(1),
  modelo_id INTEGER NOT NULL,
  anio INTEGER,
  estado VARCHAR(1),
  decomiso_id INTEGER,
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX arma_serie ON arma (serie);
CREATE INDEX arma_decomiso_id ON arma (decomiso_id);
CREATE TABLE arma_internamiento (
  arma_id INTEGER PRIMARY KEY,
  fecha VARCHAR(10) NOT NULL,
  importador VARCHAR(80)
);
CREATE TABLE arma_sustraccion (
  arma_id INTEGER PRIMARY KEY,
  fecha VARCHAR(10) NOT NULL,
  canton_id INTEGER
);
CREATE TABLE decomiso (
  decomiso_id INTEGER PRIMARY KEY,
  expediente_id INTEGER NOT NULL,
  momento VARCHAR(30),
  canton_id INTEGER,
  diligencia VARCHAR(1),
  procedencia VARCHAR(2),
  destino VARCHAR(2),
  ruta_id INTEGER,
  destino_bienes VARCHAR(60),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX decomiso_expediente_id ON decomiso (expediente_id);
CREATE INDEX decomiso_ruta_id ON decomiso (ruta_id);
CREATE TABLE decomiso_transito (
  decomiso_id INTEGER NOT NULL,
  pais VARCHAR(2) NOT NULL
);
CREATE INDEX decomiso_transito_decomiso_id ON decomiso_transito (decomiso_id);
CREATE TABLE decomiso_municion (
  linea INTEGER PRIMARY KEY,
  decomiso_id INTEGER NOT NULL,
  calibre VARCHAR(30),
  cartuchos INTEGER
);
CREATE INDEX decomiso_municion_decomiso_id ON decomiso_municion (decomiso_id);
CREATE TABLE decomiso_imputado (
  decomiso_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX decomiso_imputado_decomiso_id ON decomiso_imputado (decomiso_id);
CREATE TABLE decomiso_grupo (
  decomiso_id INTEGER NOT NULL,
  grupo_id INTEGER NOT NULL
);
CREATE INDEX decomiso_grupo_decomiso_id ON decomiso_grupo (decomiso_id);
-- Drogas, en gramos o en unidades.
CREATE TABLE incautacion (
  incautacion_id INTEGER PRIMARY KEY,
  expediente_id INTEGER NOT NULL,
  momento VARCHAR(30),
  canton_id INTEGER,
  droga_id INTEGER NOT NULL,
  presentacion VARCHAR(1),
  gramos NUMERIC(18,3),
  unidades NUMERIC(14,2),
  pureza NUMERIC(5,2),
  sellos VARCHAR(120),
  diligencia VARCHAR(1),
  medio VARCHAR(1),
  ocultamiento VARCHAR(120),
  procedencia VARCHAR(2),
  destino VARCHAR(2),
  ruta_id INTEGER,
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX incautacion_momento ON incautacion (momento);
CREATE INDEX incautacion_ruta_id ON incautacion (ruta_id);
CREATE TABLE incautacion_transito (
  incautacion_id INTEGER NOT NULL,
  pais VARCHAR(2) NOT NULL
);
CREATE INDEX incautacion_transito_incautacion_id ON incautacion_transito (incautacion_id);
CREATE TABLE incautacion_imputado (
  incautacion_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX incautacion_imputado_incautacion_id ON incautacion_imputado (incautacion_id);
CREATE TABLE incautacion_grupo (
  incautacion_id INTEGER NOT NULL,
  grupo_id INTEGER NOT NULL
);
CREATE INDEX incautacion_grupo_incautacion_id ON incautacion_grupo (incautacion_id);
CREATE TABLE oferta (
  oferta_id INTEGER PRIMARY KEY,
  sitio VARCHAR(80),
  droga_id INTEGER NOT NULL,
  vista_desde VARCHAR(10),
  vista_hasta VARCHAR(10),
  envia_desde VARCHAR(2),
  alias_vendedor VARCHAR(80),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE oferta_destino (
  oferta_id INTEGER NOT NULL,
  pais VARCHAR(2) NOT NULL
);
CREATE INDEX oferta_destino_oferta_id ON oferta_destino (oferta_id);
-- Precursores y medicamentos.
CREATE TABLE embarque (
  embarque_id INTEGER PRIMARY KEY,
  notificacion VARCHAR(40),
  quimico_id INTEGER NOT NULL,
  kilos NUMERIC(16,4),
  kilos_recibidos NUMERIC(16,4),
  pais_exportador VARCHAR(2),
  pais_importador VARCHAR(2),
  exportador VARCHAR(120),
  importador VARCHAR(120),
  consignatario VARCHAR(120),
  aduana_id INTEGER,
  previsto VARCHAR(10),
  llegada VARCHAR(10),
  resolucion VARCHAR(1),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX embarque_notificacion ON embarque (notificacion);
CREATE TABLE incidente (
  incidente_id INTEGER PRIMARY KEY,
  expediente_id INTEGER NOT NULL,
  clase VARCHAR(1),
  quimico_id INTEGER NOT NULL,
  kilos NUMERIC(16,4),
  fecha VARCHAR(10),
  canton_id INTEGER,
  procedencia VARCHAR(2),
  destino VARCHAR(2),
  embarque_id INTEGER,
  ruta_id INTEGER,
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX incidente_quimico_id ON incidente (quimico_id);
CREATE TABLE desvio (
  desvio_id INTEGER PRIMARY KEY,
  medicamento VARCHAR(80),
  principio_activo VARCHAR(80),
  unidades NUMERIC(14,2),
  establecimiento VARCHAR(120),
  fecha VARCHAR(10),
  canton_id INTEGER,
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
-- Rutas, personas y grupos.
CREATE TABLE ruta (
  ruta_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  mercancia VARCHAR(1),
  procedencia VARCHAR(2),
  destino VARCHAR(2),
  vista_desde VARCHAR(10),
  vista_hasta VARCHAR(10),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE ruta_tramo (
  tramo_id INTEGER PRIMARY KEY,
  ruta_id INTEGER NOT NULL,
  orden INTEGER NOT NULL,
  desde_pais VARCHAR(2),
  desde_lugar VARCHAR(80),
  hasta_pais VARCHAR(2),
  hasta_lugar VARCHAR(80),
  medio VARCHAR(1),
  puesto VARCHAR(80)
);
CREATE INDEX ruta_tramo_ruta_id ON ruta_tramo (ruta_id);
CREATE TABLE ruta_grupo (
  ruta_id INTEGER NOT NULL,
  grupo_id INTEGER NOT NULL
);
CREATE INDEX ruta_grupo_ruta_id ON ruta_grupo (ruta_id);
CREATE TABLE persona (
  persona_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120) NOT NULL,
  nacimiento VARCHAR(10),
  sexo VARCHAR(1),
  nacionalidad VARCHAR(2),
  menor INTEGER,
  hecho VARCHAR(10),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE persona_alias (
  persona_id INTEGER NOT NULL,
  alias VARCHAR(80) NOT NULL
);
CREATE INDEX persona_alias_persona_id ON persona_alias (persona_id);
CREATE TABLE cedula (
  persona_id INTEGER PRIMARY KEY,
  numero VARCHAR(30) NOT NULL
);
CREATE TABLE pasaporte (
  persona_id INTEGER PRIMARY KEY,
  numero VARCHAR(30) NOT NULL
);
CREATE TABLE grupo (
  grupo_id INTEGER PRIMARY KEY,
  nombre VARCHAR(120) NOT NULL,
  clase VARCHAR(1),
  integrantes_estimados INTEGER,
  visto_desde VARCHAR(10),
  visto_hasta VARCHAR(10),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX grupo_nombre ON grupo (nombre);
CREATE TABLE grupo_alias (
  grupo_id INTEGER NOT NULL,
  alias VARCHAR(80) NOT NULL
);
CREATE INDEX grupo_alias_grupo_id ON grupo_alias (grupo_id);
CREATE TABLE grupo_actividad (
  grupo_id INTEGER NOT NULL,
  actividad VARCHAR(2) NOT NULL
);
CREATE INDEX grupo_actividad_grupo_id ON grupo_actividad (grupo_id);
CREATE TABLE grupo_provincia (
  grupo_id INTEGER NOT NULL,
  provincia VARCHAR(2) NOT NULL
);
CREATE INDEX grupo_provincia_grupo_id ON grupo_provincia (grupo_id);
CREATE TABLE grupo_integrante (
  grupo_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX grupo_integrante_grupo_id ON grupo_integrante (grupo_id);
-- Dinero y corrupción.
CREATE TABLE reporte (
  reporte_id INTEGER PRIMARY KEY,
  clase VARCHAR(1),
  motivo VARCHAR(240),
  presentado VARCHAR(10),
  entidad VARCHAR(120),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE reporte_indicador (
  reporte_id INTEGER NOT NULL,
  indicador VARCHAR(120) NOT NULL
);
CREATE INDEX reporte_indicador_reporte_id ON reporte_indicador (reporte_id);
CREATE TABLE reporte_operacion (
  operacion_id INTEGER PRIMARY KEY,
  reporte_id INTEGER NOT NULL,
  fecha VARCHAR(10),
  modo VARCHAR(1),
  monto NUMERIC(16,2),
  moneda VARCHAR(3),
  de_quien VARCHAR(120),
  a_quien VARCHAR(120),
  de_pais VARCHAR(2),
  a_pais VARCHAR(2)
);
CREATE INDEX reporte_operacion_reporte_id ON reporte_operacion (reporte_id);
CREATE TABLE reporte_persona (
  reporte_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX reporte_persona_reporte_id ON reporte_persona (reporte_id);
CREATE TABLE congelamiento (
  congelamiento_id INTEGER PRIMARY KEY,
  expediente_id INTEGER NOT NULL,
  ordenado VARCHAR(10),
  juzgado VARCHAR(120),
  estado VARCHAR(1),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE congelamiento_bien (
  bien_id INTEGER PRIMARY KEY,
  congelamiento_id INTEGER NOT NULL,
  clase VARCHAR(60),
  descripcion VARCHAR(200),
  valor NUMERIC(16,2),
  moneda VARCHAR(3),
  pais VARCHAR(2)
);
CREATE INDEX congelamiento_bien_congelamiento_id ON congelamiento_bien (congelamiento_id);
CREATE TABLE congelamiento_persona (
  congelamiento_id INTEGER NOT NULL,
  persona_id INTEGER NOT NULL
);
CREATE INDEX congelamiento_persona_congelamiento_id ON congelamiento_persona (congelamiento_id);
CREATE TABLE causa_corrupcion (
  causa_id INTEGER PRIMARY KEY,
  expediente_id INTEGER NOT NULL,
  cargo VARCHAR(120),
  delito VARCHAR(1),
  fase VARCHAR(1),
  abierta VARCHAR(10),
  norma VARCHAR(160),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE INDEX causa_corrupcion_expediente_id ON causa_corrupcion (expediente_id);
-- Prevención: programas, buenas prácticas y cooperación.
CREATE TABLE programa (
  programa_id INTEGER PRIMARY KEY,
  nombre VARCHAR(160),
  clase VARCHAR(1),
  poblacion VARCHAR(1),
  canton_id INTEGER,
  inicio VARCHAR(10),
  fin VARCHAR(10),
  participantes INTEGER,
  resultados VARCHAR(1000),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE programa_provincia (
  programa_id INTEGER NOT NULL,
  provincia VARCHAR(2) NOT NULL
);
CREATE INDEX programa_provincia_programa_id ON programa_provincia (programa_id);
CREATE TABLE programa_documento (
  programa_id INTEGER NOT NULL,
  documento VARCHAR(240) NOT NULL
);
CREATE INDEX programa_documento_programa_id ON programa_documento (programa_id);
CREATE TABLE practica (
  practica_id INTEGER PRIMARY KEY,
  nombre VARCHAR(160),
  clase VARCHAR(1),
  poblacion VARCHAR(1),
  publicada VARCHAR(10),
  resultados VARCHAR(1000),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE practica_provincia (
  practica_id INTEGER NOT NULL,
  provincia VARCHAR(2) NOT NULL
);
CREATE INDEX practica_provincia_practica_id ON practica_provincia (practica_id);
CREATE TABLE practica_documento (
  practica_id INTEGER NOT NULL,
  documento VARCHAR(240) NOT NULL
);
CREATE INDEX practica_documento_practica_id ON practica_documento (practica_id);
CREATE TABLE cooperacion (
  cooperacion_id INTEGER PRIMARY KEY,
  nombre VARCHAR(160),
  clase VARCHAR(1),
  sentido VARCHAR(1),
  poblacion VARCHAR(1),
  desde VARCHAR(10),
  hasta VARCHAR(10),
  resultados VARCHAR(1000),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE cooperacion_documento (
  cooperacion_id INTEGER NOT NULL,
  documento VARCHAR(240) NOT NULL
);
CREATE INDEX cooperacion_documento_cooperacion_id ON cooperacion_documento (cooperacion_id);
-- Leyes y contactos.
CREATE TABLE ley (
  ley_id INTEGER PRIMARY KEY,
  titulo VARCHAR(200),
  numero VARCHAR(60),
  tema VARCHAR(2),
  estado VARCHAR(1),
  rige_desde VARCHAR(10),
  resumen VARCHAR(1000),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE contacto (
  contacto_id INTEGER PRIMARY KEY,
  dependencia VARCHAR(120),
  tema VARCHAR(1),
  horario VARCHAR(60),
  telefono VARCHAR(40),
  correo VARCHAR(120),
  oficina_id INTEGER,
  uso VARCHAR(1),
  observacion_uso VARCHAR(120),
  fuente INTEGER,
  certeza INTEGER,
  registrado VARCHAR(10),
  modificado VARCHAR(10),
  verificado VARCHAR(10),
  caduca VARCHAR(10)
);
CREATE TABLE contacto_idioma (
  contacto_id INTEGER NOT NULL,
  idioma VARCHAR(12) NOT NULL
);
CREATE INDEX contacto_idioma_contacto_id ON contacto_idioma (contacto_id);
