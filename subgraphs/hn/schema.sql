-- Sistema integrado de información policial. Una ficha por registro, catálogos con código numérico, fechas DD/MM/AAAA.
CREATE TABLE cat_general (lista VARCHAR(30) NOT NULL, codigo INTEGER NOT NULL, descripcion VARCHAR(60) NOT NULL, PRIMARY KEY (lista, codigo));
CREATE TABLE cat_pais (cod_pais INTEGER PRIMARY KEY, alfa2 VARCHAR(2) NOT NULL);
CREATE TABLE cat_division (cod_division INTEGER PRIMARY KEY, cod_pais INTEGER NOT NULL, cod_iso VARCHAR(6) NOT NULL);
CREATE TABLE cat_localidad (cod_localidad INTEGER PRIMARY KEY, cod_division INTEGER NOT NULL, nombre VARCHAR(120) NOT NULL);
CREATE TABLE cat_dependencia (cod_dependencia INTEGER PRIMARY KEY, siglas VARCHAR(12) NOT NULL, nombre VARCHAR(120) NOT NULL);
CREATE TABLE cat_marca (cod_marca INTEGER PRIMARY KEY, nombre VARCHAR(60) NOT NULL);
CREATE TABLE cat_calibre (cod_calibre INTEGER PRIMARY KEY, nombre VARCHAR(40) NOT NULL);
CREATE TABLE cat_acabado (cod_acabado INTEGER PRIMARY KEY, nombre VARCHAR(60) NOT NULL);
CREATE TABLE cat_modelo (
  cod_modelo INTEGER PRIMARY KEY,
  cod_marca INTEGER NOT NULL,
  nombre VARCHAR(60),
  cod_tipo INTEGER,
  cod_calibre INTEGER,
  cod_pais INTEGER,
  canon_mm INTEGER
);
CREATE TABLE cat_sustancia (cod_sustancia INTEGER PRIMARY KEY, nombre VARCHAR(80) NOT NULL, cod_grupo INTEGER);
CREATE TABLE cat_ocultamiento (cod_ocultamiento INTEGER PRIMARY KEY, nombre VARCHAR(120) NOT NULL);
CREATE TABLE cat_marca_transporte (cod_marca INTEGER PRIMARY KEY, nombre VARCHAR(60) NOT NULL);
CREATE TABLE ficha (
  num_ficha INTEGER PRIMARY KEY,
  cod_dependencia INTEGER,
  fec_ingreso VARCHAR(10),
  fec_actualizacion VARCHAR(10),
  fec_verificacion VARCHAR(10),
  fec_vencimiento VARCHAR(10),
  cod_manejo INTEGER,
  instrucciones VARCHAR(120),
  cod_fuente INTEGER,
  exactitud INTEGER
);

-- Armas
CREATE TABLE decomiso (
  id_decomiso INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  num_expediente VARCHAR(60),
  fec_decomiso VARCHAR(10),
  cod_localidad INTEGER,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5),
  cod_procedimiento INTEGER,
  narracion VARCHAR(200),
  cod_pais_origen INTEGER,
  cod_pais_destino INTEGER,
  cod_deposito INTEGER,
  id_ruta INTEGER
);
CREATE INDEX decomiso_expediente ON decomiso (num_expediente);
CREATE INDEX decomiso_ruta ON decomiso (id_ruta);
CREATE TABLE decomiso_transito (id_decomiso INTEGER NOT NULL, cod_pais INTEGER NOT NULL, PRIMARY KEY (id_decomiso, cod_pais));
CREATE TABLE decomiso_persona (id_decomiso INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_decomiso, id_persona));
CREATE TABLE decomiso_organizacion (id_decomiso INTEGER NOT NULL, id_organizacion INTEGER NOT NULL, PRIMARY KEY (id_decomiso, id_organizacion));
CREATE TABLE decomiso_municion (id_municion INTEGER PRIMARY KEY, id_decomiso INTEGER NOT NULL, cod_calibre INTEGER, cantidad INTEGER);
CREATE INDEX municion_decomiso ON decomiso_municion (id_decomiso);
CREATE TABLE arma (
  id_arma INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  serie VARCHAR(40),
  serie_limada INTEGER,
  cod_modelo INTEGER,
  anio_fabricacion INTEGER,
  cod_acabado INTEGER,
  cod_pais_importacion INTEGER,
  anio_importacion INTEGER,
  otras_marcas VARCHAR(200),
  cod_situacion INTEGER,
  id_decomiso INTEGER
);
CREATE INDEX arma_serie ON arma (serie);
CREATE INDEX arma_decomiso ON arma (id_decomiso);
CREATE TABLE arma_evento (
  id_evento INTEGER PRIMARY KEY,
  id_arma INTEGER NOT NULL,
  cod_evento INTEGER,
  fec_evento VARCHAR(10),
  cod_localidad INTEGER,
  entidad VARCHAR(120)
);
CREATE INDEX arma_evento_arma ON arma_evento (id_arma);
CREATE TABLE rastreo (
  id_rastreo INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  fec_solicitud VARCHAR(10),
  cod_pais_solicitante INTEGER,
  cod_pais_requerido INTEGER,
  cod_prioridad INTEGER,
  cod_delito VARCHAR(6),
  num_expediente VARCHAR(60),
  serie VARCHAR(40),
  cod_marca INTEGER,
  cod_estado INTEGER,
  cod_resultado INTEGER,
  fec_respuesta VARCHAR(10),
  id_arma INTEGER
);

-- Control de armas
CREATE TABLE licencia (
  id_licencia INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  num_licencia VARCHAR(40),
  num_contraparte VARCHAR(40),
  cod_clase INTEGER,
  fec_emision VARCHAR(10),
  fec_caducidad VARCHAR(10),
  cod_pais_exportador INTEGER,
  cod_pais_importador INTEGER,
  corredor VARCHAR(120),
  usuario_final VARCHAR(120),
  cantidad INTEGER,
  cantidad_ingresada INTEGER,
  monto NUMERIC(16,2),
  moneda VARCHAR(3)
);
CREATE TABLE licencia_transito (id_licencia INTEGER NOT NULL, cod_pais INTEGER NOT NULL, PRIMARY KEY (id_licencia, cod_pais));
CREATE TABLE licencia_item (id_item INTEGER PRIMARY KEY, id_licencia INTEGER NOT NULL, cod_modelo INTEGER, cantidad INTEGER);
CREATE INDEX licencia_item_licencia ON licencia_item (id_licencia);
CREATE TABLE arsenal (
  id_arsenal INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  tenedor VARCHAR(120),
  cod_localidad INTEGER,
  cantidad INTEGER,
  cod_condicion INTEGER,
  cod_seguridad INTEGER,
  fec_inspeccion VARCHAR(10),
  diferencia INTEGER,
  excedente INTEGER
);
CREATE TABLE arsenal_item (id_item INTEGER PRIMARY KEY, id_arsenal INTEGER NOT NULL, cod_modelo INTEGER, cantidad INTEGER);
CREATE INDEX arsenal_item_arsenal ON arsenal_item (id_arsenal);
CREATE TABLE destruccion (
  id_destruccion INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  fec_destruccion VARCHAR(10),
  cod_metodo INTEGER,
  cantidad INTEGER,
  cod_procedencia INTEGER,
  cod_localidad INTEGER,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5)
);
CREATE TABLE destruccion_item (id_item INTEGER PRIMARY KEY, id_destruccion INTEGER NOT NULL, cod_modelo INTEGER, cantidad INTEGER);
CREATE INDEX destruccion_item_destruccion ON destruccion_item (id_destruccion);
CREATE TABLE destruccion_testigo (id_destruccion INTEGER NOT NULL, testigo VARCHAR(120) NOT NULL, PRIMARY KEY (id_destruccion, testigo));

-- Drogas
CREATE TABLE incautacion (
  id_incautacion INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  num_expediente VARCHAR(60),
  fec_incautacion VARCHAR(10),
  cod_localidad INTEGER,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5),
  cod_sustancia INTEGER,
  cod_presentacion INTEGER,
  peso NUMERIC(16,6),
  cod_unidad INTEGER,
  piezas NUMERIC(14,2),
  pureza NUMERIC(6,2),
  marcas_empaque VARCHAR(120),
  cod_procedimiento INTEGER,
  cod_via INTEGER,
  id_medio INTEGER,
  cod_ocultamiento INTEGER,
  cod_pais_origen INTEGER,
  cod_pais_destino INTEGER,
  id_ruta INTEGER
);
CREATE INDEX incautacion_ruta ON incautacion (id_ruta);
CREATE TABLE incautacion_transito (id_incautacion INTEGER NOT NULL, cod_pais INTEGER NOT NULL, PRIMARY KEY (id_incautacion, cod_pais));
CREATE TABLE incautacion_persona (id_incautacion INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_incautacion, id_persona));
CREATE TABLE incautacion_organizacion (id_incautacion INTEGER NOT NULL, id_organizacion INTEGER NOT NULL, PRIMARY KEY (id_incautacion, id_organizacion));
CREATE TABLE cultivo (
  id_cultivo INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  cod_cultivo INTEGER,
  manzanas NUMERIC(16,8),
  manzanas_erradicadas NUMERIC(16,8),
  fec_inspeccion VARCHAR(10),
  cod_localidad INTEGER,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5)
);
CREATE TABLE laboratorio (
  id_laboratorio INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  fec_hallazgo VARCHAR(10),
  cod_localidad INTEGER,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5),
  cod_producto INTEGER,
  kg_mes NUMERIC(14,4)
);
CREATE TABLE laboratorio_precursor (id_laboratorio INTEGER NOT NULL, cod_sustancia INTEGER NOT NULL, PRIMARY KEY (id_laboratorio, cod_sustancia));

-- Rutas y medios de transporte
CREATE TABLE ruta (
  id_ruta INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  nombre VARCHAR(120),
  cod_mercancia INTEGER,
  cod_pais_origen INTEGER,
  cod_pais_destino INTEGER,
  fec_primera VARCHAR(10),
  fec_ultima VARCHAR(10)
);
CREATE TABLE ruta_tramo (
  id_tramo INTEGER PRIMARY KEY,
  id_ruta INTEGER NOT NULL,
  orden INTEGER NOT NULL,
  cod_pais_desde INTEGER,
  lugar_desde VARCHAR(120),
  cod_pais_hasta INTEGER,
  lugar_hasta VARCHAR(120),
  cod_via INTEGER,
  punto_fronterizo VARCHAR(120)
);
CREATE INDEX ruta_tramo_ruta ON ruta_tramo (id_ruta);
CREATE TABLE ruta_organizacion (id_ruta INTEGER NOT NULL, id_organizacion INTEGER NOT NULL, PRIMARY KEY (id_ruta, id_organizacion));
CREATE TABLE medio_transporte (
  id_medio INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  cod_clase INTEGER,
  placa VARCHAR(30),
  cod_pais_placa INTEGER,
  chasis VARCHAR(30),
  imo VARCHAR(20),
  matricula_aerea VARCHAR(20),
  cod_marca INTEGER,
  modelo VARCHAR(60),
  anio INTEGER,
  color VARCHAR(30),
  cod_situacion INTEGER,
  fec_situacion VARCHAR(10)
);

-- Personas y organizaciones
CREATE TABLE persona (
  id_persona INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  nombre VARCHAR(120),
  fec_nacimiento VARCHAR(10),
  cod_sexo INTEGER,
  cod_pais INTEGER,
  dni VARCHAR(30),
  pasaporte VARCHAR(30),
  senas VARCHAR(200),
  fec_hecho VARCHAR(10)
);
CREATE INDEX persona_dni ON persona (dni);
CREATE TABLE persona_alias (id_persona INTEGER NOT NULL, alias VARCHAR(60) NOT NULL, PRIMARY KEY (id_persona, alias));
CREATE TABLE organizacion (
  id_organizacion INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  nombre VARCHAR(120),
  cod_categoria INTEGER,
  integrantes INTEGER,
  fec_primera VARCHAR(10),
  fec_ultima VARCHAR(10)
);
CREATE TABLE organizacion_alias (id_organizacion INTEGER NOT NULL, alias VARCHAR(60) NOT NULL, PRIMARY KEY (id_organizacion, alias));
CREATE TABLE organizacion_delito (id_organizacion INTEGER NOT NULL, cod_delito INTEGER NOT NULL, PRIMARY KEY (id_organizacion, cod_delito));
CREATE TABLE organizacion_lider (id_lider INTEGER PRIMARY KEY, id_organizacion INTEGER NOT NULL, alias VARCHAR(60), cargo VARCHAR(60), anio_desde INTEGER);
CREATE INDEX organizacion_lider_de ON organizacion_lider (id_organizacion);
CREATE TABLE organizacion_division (id_organizacion INTEGER NOT NULL, cod_division INTEGER NOT NULL, PRIMARY KEY (id_organizacion, cod_division));
CREATE TABLE organizacion_persona (id_organizacion INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_organizacion, id_persona));

-- Maras
CREATE TABLE mara (
  id_mara INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  nombre VARCHAR(120),
  integrantes INTEGER,
  fec_primera VARCHAR(10),
  fec_ultima VARCHAR(10)
);
CREATE TABLE mara_alias (id_mara INTEGER NOT NULL, alias VARCHAR(60) NOT NULL, PRIMARY KEY (id_mara, alias));
CREATE TABLE mara_delito (id_mara INTEGER NOT NULL, cod_delito INTEGER NOT NULL, PRIMARY KEY (id_mara, cod_delito));
CREATE TABLE mara_lider (id_lider INTEGER PRIMARY KEY, id_mara INTEGER NOT NULL, alias VARCHAR(60), cargo VARCHAR(60), anio_desde INTEGER);
CREATE INDEX mara_lider_de ON mara_lider (id_mara);
CREATE TABLE mara_persona (id_mara INTEGER NOT NULL, id_persona INTEGER NOT NULL, PRIMARY KEY (id_mara, id_persona));
CREATE TABLE mara_clica (id_clica INTEGER PRIMARY KEY, id_mara INTEGER NOT NULL, nombre VARCHAR(80), cod_localidad INTEGER, integrantes INTEGER);
CREATE INDEX mara_clica_de ON mara_clica (id_mara);
CREATE TABLE mara_signo (id_mara INTEGER NOT NULL, signo VARCHAR(120) NOT NULL, PRIMARY KEY (id_mara, signo));
CREATE TABLE mara_presencia (id_presencia INTEGER PRIMARY KEY, id_mara INTEGER NOT NULL, cod_division INTEGER NOT NULL, integrantes INTEGER, anio INTEGER);
CREATE INDEX mara_presencia_de ON mara_presencia (id_mara);
CREATE TABLE vinculo (
  id_vinculo INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  id_persona INTEGER NOT NULL,
  id_mara INTEGER NOT NULL,
  cod_rol INTEGER,
  anio_desde INTEGER,
  anio_hasta INTEGER,
  fec_revision VARCHAR(10),
  fec_depuracion VARCHAR(10),
  notificado INTEGER
);
CREATE INDEX vinculo_persona ON vinculo (id_persona);
CREATE INDEX vinculo_mara ON vinculo (id_mara);
CREATE TABLE vinculo_criterio (id_criterio INTEGER PRIMARY KEY, id_vinculo INTEGER NOT NULL, cod_criterio INTEGER, evidencia VARCHAR(200), fec_criterio VARCHAR(10));
CREATE INDEX vinculo_criterio_de ON vinculo_criterio (id_vinculo);
CREATE TABLE hecho (
  id_hecho INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  fec_hecho VARCHAR(10),
  cod_localidad INTEGER,
  latitud NUMERIC(9,5),
  longitud NUMERIC(9,5),
  cod_tipo INTEGER,
  victimas INTEGER,
  num_expediente VARCHAR(60)
);
CREATE TABLE hecho_mara (id_hecho INTEGER NOT NULL, id_mara INTEGER NOT NULL, PRIMARY KEY (id_hecho, id_mara));
CREATE INDEX hecho_mara_de ON hecho_mara (id_mara);
CREATE TABLE desplazamiento (
  id_desplazamiento INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  id_mara INTEGER NOT NULL,
  cod_localidad_desde INTEGER,
  cod_localidad_hasta INTEGER,
  fec_observado VARCHAR(10),
  cod_tipo INTEGER,
  integrantes INTEGER,
  certeza INTEGER
);
CREATE INDEX desplazamiento_mara ON desplazamiento (id_mara);

-- Prevención, leyes y enlaces
CREATE TABLE programa (
  id_programa INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  nombre VARCHAR(200),
  cod_tipo INTEGER,
  cod_poblacion INTEGER,
  cod_localidad INTEGER,
  fec_inicio VARCHAR(10),
  fec_fin VARCHAR(10),
  participantes INTEGER,
  resultados TEXT
);
CREATE TABLE programa_division (id_programa INTEGER NOT NULL, cod_division INTEGER NOT NULL, PRIMARY KEY (id_programa, cod_division));
CREATE TABLE programa_documento (id_documento INTEGER PRIMARY KEY, id_programa INTEGER NOT NULL, enlace VARCHAR(300) NOT NULL);
CREATE TABLE asistencia (
  id_asistencia INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  nombre VARCHAR(200),
  cod_tipo INTEGER,
  cod_sentido INTEGER,
  cod_poblacion INTEGER,
  fec_desde VARCHAR(10),
  fec_hasta VARCHAR(10),
  resultados TEXT
);
CREATE TABLE asistencia_division (id_asistencia INTEGER NOT NULL, cod_division INTEGER NOT NULL, PRIMARY KEY (id_asistencia, cod_division));
CREATE TABLE asistencia_documento (id_documento INTEGER PRIMARY KEY, id_asistencia INTEGER NOT NULL, enlace VARCHAR(300) NOT NULL);
CREATE TABLE norma (
  id_norma INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  titulo VARCHAR(200),
  numero VARCHAR(40),
  cod_materia INTEGER,
  cod_estado INTEGER,
  fec_vigencia VARCHAR(10),
  texto TEXT
);
CREATE TABLE enlace (
  id_enlace INTEGER PRIMARY KEY,
  num_ficha INTEGER NOT NULL,
  institucion VARCHAR(120),
  cod_ambito INTEGER,
  horario VARCHAR(80),
  telefono VARCHAR(30),
  correo VARCHAR(80)
);
CREATE TABLE enlace_idioma (id_enlace INTEGER NOT NULL, idioma VARCHAR(12) NOT NULL, PRIMARY KEY (id_enlace, idioma));
