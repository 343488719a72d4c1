# Read by the image's entry point when it makes the database: an account for the State's node, which may only read.
docker_process_sql --dbname "$POSTGRES_DB" <<SQL
CREATE ROLE reader LOGIN PASSWORD '$(cat /run/istmo/reader-password)';
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
SQL
