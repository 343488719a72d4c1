# Read by the image's entry point when it makes the database: an account for the State's node, which may only read.
docker_process_sql <<SQL
CREATE USER 'reader'@'%' IDENTIFIED BY '$(cat /run/istmo/reader-password)';
GRANT SELECT ON ${MARIADB_DATABASE}.* TO 'reader'@'%';
SQL
