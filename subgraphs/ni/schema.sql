-- Registro central de la policía, migrado del equipo central: claves con prefijo, siglas en vez de catálogos,
-- fechas AAAAMMDD, países en tres letras y varias respuestas en una casilla, separadas por punto y coma.
CREATE TABLE ocupaciones (
  folio VARCHAR(16) PRIMARY KEY,
  causa VARCHAR(60),
  fecha VARCHAR(8),
  depto VARCHAR(40),
  municipio VARCHAR(120),
  forma VARCHAR(4),
  procedencia VARCHAR(3),
  paso VARCHAR(60),
  destino VARCHAR(3),
  ruta VARCHAR(16),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE INDEX ocupaciones_causa ON ocupaciones (causa);
CREATE INDEX ocupaciones_ruta ON ocupaciones (ruta);
CREATE TABLE ocupacion_municion (renglon INTEGER PRIMARY KEY, folio VARCHAR(16) NOT NULL, calibre VARCHAR(40), cantidad INTEGER);
CREATE INDEX municion_folio ON ocupacion_municion (folio);
CREATE TABLE armas (
  registro VARCHAR(16) PRIMARY KEY,
  serie VARCHAR(40),
  borrada VARCHAR(1),
  marca VARCHAR(12),
  modelo VARCHAR(60),
  tipo VARCHAR(1),
  calibre VARCHAR(40),
  largo NUMERIC(10,4),
  largo_um VARCHAR(4),
  pais VARCHAR(3),
  anio INTEGER,
  senas VARCHAR(200),
  estado VARCHAR(3),
  folio VARCHAR(16),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE INDEX armas_serie ON armas (serie);
CREATE INDEX armas_folio ON armas (folio);
CREATE TABLE historial_armas (renglon INTEGER PRIMARY KEY, registro VARCHAR(16) NOT NULL, hecho VARCHAR(3), fecha VARCHAR(8), depto VARCHAR(40), municipio VARCHAR(120), entidad VARCHAR(120));
CREATE INDEX historial_registro ON historial_armas (registro);
CREATE TABLE permisos (
  permiso VARCHAR(16) PRIMARY KEY,
  numero VARCHAR(40),
  numero_contraparte VARCHAR(40),
  clase VARCHAR(3),
  emitido VARCHAR(8),
  vence VARCHAR(8),
  exportador VARCHAR(3),
  importador VARCHAR(3),
  transito VARCHAR(60),
  usuario_final VARCHAR(120),
  autorizado INTEGER,
  recibido INTEGER,
  monto NUMERIC(16,2),
  moneda VARCHAR(4),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE polvorines (
  polvorin VARCHAR(16) PRIMARY KEY,
  tenedor VARCHAR(120),
  depto VARCHAR(40),
  municipio VARCHAR(120),
  existencia INTEGER,
  estado VARCHAR(3),
  resguardo VARCHAR(3),
  inspeccion VARCHAR(8),
  faltante INTEGER,
  sobrante INTEGER,
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE destrucciones (
  acta VARCHAR(16) PRIMARY KEY,
  fecha VARCHAR(8),
  metodo VARCHAR(3),
  total INTEGER,
  procedencia VARCHAR(3),
  depto VARCHAR(40),
  municipio VARCHAR(120),
  testigos VARCHAR(400),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
-- un detalle para permisos, polvorines y actas: la clave dice de cuál
CREATE TABLE detalle_armas (renglon INTEGER PRIMARY KEY, de VARCHAR(16) NOT NULL, tipo VARCHAR(1), marca VARCHAR(12), modelo VARCHAR(60), calibre VARCHAR(40), cantidad INTEGER);
CREATE INDEX detalle_de ON detalle_armas (de);
CREATE TABLE drogas (
  incautacion VARCHAR(16) PRIMARY KEY,
  causa VARCHAR(60),
  fecha VARCHAR(8),
  depto VARCHAR(40),
  municipio VARCHAR(120),
  droga VARCHAR(80),
  clase VARCHAR(3),
  forma VARCHAR(3),
  cantidad NUMERIC(18,6),
  um VARCHAR(3),
  piezas NUMERIC(14,2),
  marcas VARCHAR(120),
  medio VARCHAR(3),
  vehiculo VARCHAR(16),
  caleta VARCHAR(120),
  procedencia VARCHAR(3),
  paso VARCHAR(60),
  destino VARCHAR(3),
  ruta VARCHAR(16),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE INDEX drogas_ruta ON drogas (ruta);
CREATE TABLE rutas (
  ruta VARCHAR(16) PRIMARY KEY,
  nombre VARCHAR(120),
  mercancia VARCHAR(3),
  procedencia VARCHAR(3),
  destino VARCHAR(3),
  primera VARCHAR(8),
  ultima VARCHAR(8),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE ruta_tramos (renglon INTEGER PRIMARY KEY, ruta VARCHAR(16) NOT NULL, tramo INTEGER, pais_a VARCHAR(3), punto_a VARCHAR(120), pais_b VARCHAR(3), punto_b VARCHAR(120), medio VARCHAR(3), frontera VARCHAR(120));
CREATE INDEX tramos_ruta ON ruta_tramos (ruta);
CREATE TABLE vehiculos (
  vehiculo VARCHAR(16) PRIMARY KEY,
  clase VARCHAR(3),
  placa VARCHAR(30),
  pais_placa VARCHAR(3),
  chasis VARCHAR(30),
  imo VARCHAR(20),
  matricula VARCHAR(20),
  marca VARCHAR(60),
  modelo VARCHAR(60),
  color VARCHAR(30),
  situacion VARCHAR(3),
  desde VARCHAR(8),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE programas (
  programa VARCHAR(16) PRIMARY KEY,
  nombre VARCHAR(200),
  tipo VARCHAR(3),
  grupo VARCHAR(3),
  deptos VARCHAR(200),
  depto VARCHAR(40),
  municipio VARCHAR(120),
  inicio VARCHAR(8),
  fin VARCHAR(8),
  participantes INTEGER,
  resultados TEXT,
  documentos TEXT,
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE practicas (
  practica VARCHAR(16) PRIMARY KEY,
  nombre VARCHAR(200),
  tipo VARCHAR(3),
  grupo VARCHAR(3),
  deptos VARCHAR(200),
  publicada VARCHAR(8),
  resultados TEXT,
  documentos TEXT,
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE leyes (
  ley VARCHAR(16) PRIMARY KEY,
  titulo VARCHAR(200),
  numero VARCHAR(40),
  materia VARCHAR(3),
  estado VARCHAR(3),
  vigencia VARCHAR(8),
  texto TEXT,
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
CREATE TABLE contactos (
  contacto VARCHAR(16) PRIMARY KEY,
  institucion VARCHAR(120),
  tema VARCHAR(3),
  horario VARCHAR(80),
  idiomas VARCHAR(60),
  telefono VARCHAR(30),
  correo VARCHAR(80),
  unidad VARCHAR(120),
  nivel VARCHAR(1),
  indicacion VARCHAR(120),
  evaluacion VARCHAR(2),
  alta VARCHAR(8),
  modificado VARCHAR(8),
  caduca VARCHAR(8)
);
