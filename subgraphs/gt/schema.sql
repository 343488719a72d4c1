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
  pais_destino VARCHAR(40)
);
CREATE INDEX incautacion_fecha ON incautacion_droga (fecha);
