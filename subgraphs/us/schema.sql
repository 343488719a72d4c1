-- Sales and traces. Dates as MM/DD/YYYY, lengths in inches.
CREATE TABLE manufacturer (manufacturer_id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL, trade_name VARCHAR(60) NOT NULL, country VARCHAR(2));
CREATE TABLE importer (importer_id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL);
CREATE TABLE dealer (dealer_id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL, city VARCHAR(60), state VARCHAR(2));
CREATE TABLE purchaser (
  purchaser_id INTEGER PRIMARY KEY,
  full_name VARCHAR(120) NOT NULL,
  also_known_as VARCHAR(120),
  date_of_birth VARCHAR(10),
  sex VARCHAR(1),
  citizenship VARCHAR(2),
  licence_no VARCHAR(20),
  passport_no VARCHAR(20),
  scars_marks VARCHAR(120),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE firearm (
  firearm_id INTEGER PRIMARY KEY,
  serial_no VARCHAR(30),
  manufacturer_id INTEGER,
  model VARCHAR(40),
  type_code VARCHAR(4),
  caliber VARCHAR(30),
  barrel_inches NUMERIC(6,2),
  finish VARCHAR(30),
  year_made INTEGER,
  importer_id INTEGER,
  import_year INTEGER,
  disposition VARCHAR(12),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE INDEX firearm_serial ON firearm (serial_no);
CREATE TABLE sale (sale_id INTEGER PRIMARY KEY, firearm_id INTEGER NOT NULL, dealer_id INTEGER, purchaser_id INTEGER, sold_on VARCHAR(10));
CREATE INDEX sale_firearm ON sale (firearm_id);
