-- Registro de armas: una tabla ancha, texto libre, como se digitó en cada delegación.
CREATE TABLE actas (
  acta INTEGER PRIMARY KEY,
  referencia_fiscal VARCHAR(40) NOT NULL,
  fecha VARCHAR(10),
  fecha_hora VARCHAR(25),
  depto VARCHAR(40),
  municipio VARCHAR(60),
  latitud NUMERIC(8,5),
  longitud NUMERIC(8,5),
  forma VARCHAR(40),
  unidad VARCHAR(60),
  procede_de VARCHAR(30),
  destino VARCHAR(30),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE INDEX actas_referencia ON actas (referencia_fiscal);
CREATE TABLE registro_armas (
  correlativo VARCHAR(12) PRIMARY KEY,
  serie VARCHAR(30),
  marca VARCHAR(60),
  modelo VARCHAR(40),
  tipo VARCHAR(30),
  calibre VARCHAR(30),
  canon_pulgadas NUMERIC(6,2),
  anio INTEGER,
  limada VARCHAR(2),
  situacion VARCHAR(20),
  acta INTEGER,
  unidad VARCHAR(60),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE INDEX armas_serie ON registro_armas (serie);
CREATE INDEX armas_acta ON registro_armas (acta);
CREATE TABLE detenidos (
  id INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  apodos VARCHAR(120),
  nacimiento VARCHAR(10),
  genero VARCHAR(12),
  nacionalidad VARCHAR(30),
  dui VARCHAR(20),
  pasaporte VARCHAR(20),
  senas VARCHAR(120),
  menor VARCHAR(2),
  detenido_el VARCHAR(10),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE actas_detenidos (acta INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (acta, id));
CREATE TABLE incautaciones (
  correlativo INTEGER PRIMARY KEY,
  fecha VARCHAR(10),
  depto VARCHAR(60),
  lugar VARCHAR(80),
  droga VARCHAR(40),
  gramos NUMERIC(14,4),
  ocultamiento VARCHAR(80),
  instalacion VARCHAR(80),
  transporte VARCHAR(40),
  productor VARCHAR(40),
  procedencia VARCHAR(40),
  destino VARCHAR(40),
  control VARCHAR(60),
  presentacion VARCHAR(20),
  unidades INTEGER,
  pureza INTEGER,
  marca VARCHAR(40),
  referencia_fiscal VARCHAR(40),
  unidad VARCHAR(60),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE INDEX incautaciones_fecha ON incautaciones (fecha);
CREATE TABLE actas_municion (acta INTEGER NOT NULL, calibre VARCHAR(30), cantidad INTEGER);
CREATE INDEX actas_municion_acta ON actas_municion (acta);
CREATE TABLE rastreos (
  solicitud INTEGER PRIMARY KEY,
  fecha VARCHAR(10),
  solicita VARCHAR(30),
  solicitado VARCHAR(30),
  urgente VARCHAR(2),
  delito VARCHAR(4),
  referencia_fiscal VARCHAR(40),
  serie VARCHAR(30),
  marca VARCHAR(60),
  estado VARCHAR(20),
  resultado VARCHAR(40),
  respondida VARCHAR(10),
  arma VARCHAR(12),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE destrucciones (
  acta_destruccion INTEGER PRIMARY KEY,
  fecha VARCHAR(10),
  metodo VARCHAR(20),
  cantidad INTEGER,
  procedencia VARCHAR(20),
  depto VARCHAR(40),
  municipio VARCHAR(60),
  testigos VARCHAR(120),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE destrucciones_detalle (acta_destruccion INTEGER NOT NULL, tipo VARCHAR(30), marca VARCHAR(60), modelo VARCHAR(40), calibre VARCHAR(30), cantidad INTEGER);
CREATE INDEX destrucciones_detalle_acta_destruccion ON destrucciones_detalle (acta_destruccion);
CREATE TABLE incautaciones_detenidos (correlativo INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (correlativo, id));
CREATE TABLE pandillas (
  pandilla INTEGER PRIMARY KEY,
  nombre VARCHAR(80),
  conocida_por VARCHAR(120),
  actividades VARCHAR(120),
  miembros INTEGER,
  desde VARCHAR(10),
  ultima VARCHAR(10),
  deptos VARCHAR(200),
  signos VARCHAR(120),
  clica1 VARCHAR(120),
  clica1_depto VARCHAR(40),
  clica1_municipio VARCHAR(60),
  clica1_miembros INTEGER,
  clica2 VARCHAR(120),
  clica2_depto VARCHAR(40),
  clica2_municipio VARCHAR(60),
  clica2_miembros INTEGER,
  clica3 VARCHAR(120),
  clica3_depto VARCHAR(40),
  clica3_municipio VARCHAR(60),
  clica3_miembros INTEGER,
  clica4 VARCHAR(120),
  clica4_depto VARCHAR(40),
  clica4_municipio VARCHAR(60),
  clica4_miembros INTEGER,
  clica5 VARCHAR(120),
  clica5_depto VARCHAR(40),
  clica5_municipio VARCHAR(60),
  clica5_miembros INTEGER,
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE INDEX pandillas_nombre ON pandillas (nombre);
CREATE TABLE pandillas_jefes (pandilla INTEGER NOT NULL, alias VARCHAR(60), funcion VARCHAR(40), desde VARCHAR(4));
CREATE INDEX pandillas_jefes_pandilla ON pandillas_jefes (pandilla);
CREATE TABLE pandillas_presencia (pandilla INTEGER NOT NULL, depto VARCHAR(40), miembros INTEGER, anio VARCHAR(4));
CREATE INDEX pandillas_presencia_pandilla ON pandillas_presencia (pandilla);
CREATE TABLE fichas_pandilleros (
  ficha INTEGER PRIMARY KEY,
  persona INTEGER,
  pandilla INTEGER,
  funcion VARCHAR(20),
  desde VARCHAR(4),
  hasta VARCHAR(4),
  criterio1 VARCHAR(30),
  prueba1 VARCHAR(60),
  fecha1 VARCHAR(10),
  criterio2 VARCHAR(30),
  prueba2 VARCHAR(60),
  fecha2 VARCHAR(10),
  criterio3 VARCHAR(30),
  prueba3 VARCHAR(60),
  fecha3 VARCHAR(10),
  revisar VARCHAR(10),
  depurar VARCHAR(10),
  notificada VARCHAR(2),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE INDEX fichas_pandilleros_persona ON fichas_pandilleros (persona);
CREATE INDEX fichas_pandilleros_pandilla ON fichas_pandilleros (pandilla);
CREATE TABLE hechos (
  hecho INTEGER PRIMARY KEY,
  fecha_hora VARCHAR(25),
  depto VARCHAR(40),
  municipio VARCHAR(60),
  tipo VARCHAR(40),
  victimas INTEGER,
  referencia_fiscal VARCHAR(40),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE hechos_pandillas (hecho INTEGER NOT NULL, pandilla INTEGER NOT NULL, PRIMARY KEY (hecho, pandilla));
CREATE INDEX hechos_pandillas_pandilla ON hechos_pandillas (pandilla);
CREATE TABLE movimientos (
  movimiento INTEGER PRIMARY KEY,
  pandilla INTEGER,
  de_pais VARCHAR(30),
  de_depto VARCHAR(40),
  de_lugar VARCHAR(60),
  a_pais VARCHAR(30),
  a_depto VARCHAR(40),
  a_lugar VARCHAR(60),
  observado VARCHAR(10),
  tipo VARCHAR(20),
  personas INTEGER,
  certeza INTEGER,
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE INDEX movimientos_pandilla ON movimientos (pandilla);
CREATE TABLE corrupcion (
  caso INTEGER PRIMARY KEY,
  institucion VARCHAR(60),
  delito VARCHAR(40),
  etapa VARCHAR(20),
  apertura VARCHAR(10),
  norma VARCHAR(120),
  referencia_fiscal VARCHAR(40),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE programas (
  programa INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  poblacion VARCHAR(30),
  deptos VARCHAR(200),
  resultados VARCHAR(200),
  documentos VARCHAR(200),
  tipo VARCHAR(30),
  depto VARCHAR(40),
  municipio VARCHAR(60),
  inicio VARCHAR(10),
  fin VARCHAR(10),
  participantes INTEGER,
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE practicas (
  practica INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  poblacion VARCHAR(30),
  deptos VARCHAR(200),
  resultados VARCHAR(200),
  documentos VARCHAR(200),
  tipo VARCHAR(30),
  publicada VARCHAR(10),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE cooperacion (
  cooperacion INTEGER PRIMARY KEY,
  nombre VARCHAR(120),
  poblacion VARCHAR(30),
  deptos VARCHAR(200),
  resultados VARCHAR(200),
  documentos VARCHAR(200),
  tipo VARCHAR(30),
  sentido VARCHAR(10),
  inicio VARCHAR(10),
  fin VARCHAR(10),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE leyes (
  ley INTEGER PRIMARY KEY,
  titulo VARCHAR(200),
  decreto VARCHAR(80),
  materia VARCHAR(40),
  estado VARCHAR(20),
  vigencia VARCHAR(10),
  resumen VARCHAR(250),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
CREATE TABLE contactos (
  contacto INTEGER PRIMARY KEY,
  oficina VARCHAR(80),
  tema VARCHAR(20),
  horario VARCHAR(40),
  idiomas VARCHAR(20),
  telefono VARCHAR(20),
  correo VARCHAR(80),
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2),
  fuente VARCHAR(1)
);
