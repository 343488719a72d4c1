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
  juvenile VARCHAR(1),
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
  markings VARCHAR(40),
  obliterated VARCHAR(1),
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
CREATE TABLE trace_request (
  request_id INTEGER PRIMARY KEY,
  requested_on VARCHAR(10),
  from_country VARCHAR(2),
  to_country VARCHAR(2),
  rush VARCHAR(1),
  offense_code VARCHAR(4),
  case_no VARCHAR(40),
  serial_no VARCHAR(30),
  make VARCHAR(60),
  status VARCHAR(4),
  outcome VARCHAR(4),
  completed_on VARCHAR(10),
  firearm_id INTEGER,
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE arms_licence (
  licence_id INTEGER PRIMARY KEY,
  licence_no VARCHAR(40),
  counterpart_no VARCHAR(40),
  type VARCHAR(3),
  issued_on VARCHAR(10),
  valid_until VARCHAR(10),
  from_country VARCHAR(2),
  to_country VARCHAR(2),
  via VARCHAR(20),
  broker VARCHAR(80),
  end_user VARCHAR(80),
  quantity INTEGER,
  shipped VARCHAR(10),
  value_usd INTEGER,
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE INDEX arms_licence_licence_no ON arms_licence (licence_no);
CREATE TABLE arms_licence_item (licence_id INTEGER NOT NULL, type_code VARCHAR(4), make VARCHAR(60), model VARCHAR(40), caliber VARCHAR(30), quantity INTEGER);
CREATE INDEX arms_licence_item_licence_id ON arms_licence_item (licence_id);
CREATE TABLE online_listing (
  listing_id INTEGER PRIMARY KEY,
  platform VARCHAR(40),
  drug VARCHAR(40),
  drug_class VARCHAR(4),
  first_seen VARCHAR(10),
  last_seen VARCHAR(10),
  ships_from VARCHAR(2),
  ships_to VARCHAR(30),
  vendor VARCHAR(40),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE chemical_notice (
  notice_id INTEGER PRIMARY KEY,
  notification_no VARCHAR(40),
  chemical VARCHAR(60),
  cas_no VARCHAR(20),
  list_code VARCHAR(1),
  quantity NUMERIC(14,2),
  unit VARCHAR(2),
  from_country VARCHAR(2),
  to_country VARCHAR(2),
  exporter VARCHAR(80),
  importer VARCHAR(80),
  consignee VARCHAR(80),
  port_of_entry VARCHAR(60),
  expected_on VARCHAR(10),
  reply VARCHAR(4),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE INDEX chemical_notice_notification_no ON chemical_notice (notification_no);
CREATE TABLE drug_loss (
  loss_id INTEGER PRIMARY KEY,
  product VARCHAR(60),
  active VARCHAR(40),
  dosage_units INTEGER,
  diverted_from VARCHAR(60),
  occurred_on VARCHAR(10),
  city VARCHAR(60),
  state VARCHAR(2),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE organization (
  org_id INTEGER PRIMARY KEY,
  category VARCHAR(3),
  name VARCHAR(80),
  aka VARCHAR(120),
  activities VARCHAR(60),
  est_members INTEGER,
  first_seen VARCHAR(10),
  last_seen VARCHAR(10),
  states VARCHAR(120),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE INDEX organization_name ON organization (name);
CREATE TABLE organization_member (org_id INTEGER NOT NULL, purchaser_id INTEGER NOT NULL, PRIMARY KEY (org_id, purchaser_id));
CREATE TABLE organization_leader (org_id INTEGER NOT NULL, alias VARCHAR(60), role VARCHAR(40), since VARCHAR(4));
CREATE INDEX organization_leader_org_id ON organization_leader (org_id);
CREATE TABLE gang (
  gang_id INTEGER PRIMARY KEY,
  symbols VARCHAR(120),
  name VARCHAR(80),
  aka VARCHAR(120),
  activities VARCHAR(60),
  est_members INTEGER,
  first_seen VARCHAR(10),
  last_seen VARCHAR(10),
  states VARCHAR(120),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE INDEX gang_name ON gang (name);
CREATE TABLE gang_set (gang_id INTEGER NOT NULL, set_name VARCHAR(120), state VARCHAR(2), city VARCHAR(60), est_members INTEGER);
CREATE INDEX gang_set_gang_id ON gang_set (gang_id);
CREATE TABLE gang_movement (
  movement_id INTEGER PRIMARY KEY,
  gang_id INTEGER,
  from_country VARCHAR(2),
  from_state VARCHAR(2),
  from_city VARCHAR(60),
  to_country VARCHAR(2),
  to_state VARCHAR(2),
  to_city VARCHAR(60),
  observed_on VARCHAR(10),
  kind VARCHAR(3),
  est_persons INTEGER,
  confidence INTEGER,
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE INDEX gang_movement_gang_id ON gang_movement (gang_id);
CREATE TABLE suspicious_report (
  report_id INTEGER PRIMARY KEY,
  report_type VARCHAR(3),
  narrative VARCHAR(250),
  red_flags VARCHAR(200),
  filed_on VARCHAR(10),
  filer VARCHAR(80),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE report_transaction (report_id INTEGER NOT NULL, done_on VARCHAR(10), instrument VARCHAR(2), amount NUMERIC(16,2), currency VARCHAR(3), from_account VARCHAR(40), to_account VARCHAR(40), from_country VARCHAR(2), to_country VARCHAR(2));
CREATE INDEX report_transaction_report_id ON report_transaction (report_id);
CREATE TABLE report_subject (report_id INTEGER NOT NULL, purchaser_id INTEGER NOT NULL, PRIMARY KEY (report_id, purchaser_id));
CREATE TABLE report_organization (report_id INTEGER NOT NULL, org_id INTEGER NOT NULL, PRIMARY KEY (report_id, org_id));
CREATE TABLE restraint_order (
  order_id INTEGER PRIMARY KEY,
  ordered_on VARCHAR(10),
  court VARCHAR(60),
  status VARCHAR(12),
  docket_no VARCHAR(40),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE restrained_asset (order_id INTEGER NOT NULL, kind VARCHAR(40), description VARCHAR(80), value NUMERIC(16,2), currency VARCHAR(3), country VARCHAR(2));
CREATE INDEX restrained_asset_order_id ON restrained_asset (order_id);
CREATE TABLE order_subject (order_id INTEGER NOT NULL, purchaser_id INTEGER NOT NULL, PRIMARY KEY (order_id, purchaser_id));
CREATE TABLE assistance_project (
  project_id INTEGER PRIMARY KEY,
  title VARCHAR(120),
  kind VARCHAR(3),
  direction VARCHAR(3),
  audience VARCHAR(4),
  states VARCHAR(60),
  starts_on VARCHAR(10),
  ends_on VARCHAR(10),
  results VARCHAR(200),
  links VARCHAR(200),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE statute (
  statute_id INTEGER PRIMARY KEY,
  title VARCHAR(200),
  citation VARCHAR(80),
  subject VARCHAR(6),
  status VARCHAR(10),
  effective_on VARCHAR(10),
  summary VARCHAR(250),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
CREATE TABLE contact_desk (
  desk_id INTEGER PRIMARY KEY,
  desk VARCHAR(80),
  domain VARCHAR(6),
  hours VARCHAR(40),
  languages VARCHAR(20),
  phone VARCHAR(20),
  email VARCHAR(80),
  handling VARCHAR(8),
  handling_note VARCHAR(120),
  reliability VARCHAR(1),
  entered_on VARCHAR(10),
  changed_on VARCHAR(10),
  verified_on VARCHAR(10),
  purge_on VARCHAR(10)
);
