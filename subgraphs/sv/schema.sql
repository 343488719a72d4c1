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
  ingreso VARCHAR(10),
  manejo VARCHAR(2)
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
  ingreso VARCHAR(10),
  modificado VARCHAR(10),
  vence VARCHAR(10),
  manejo VARCHAR(2)
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
  control VARCHAR(60)
);
CREATE INDEX incautaciones_fecha ON incautaciones (fecha);
