# syntax=docker/dockerfile:1
# One image for `istmo gateway` and `istmo node`. The target `demo` adds what only the demo region needs.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc .swcrc ./
RUN npm ci --ignore-scripts
COPY common common
COPY schema schema
COPY policy policy
COPY audit audit
COPY subgraphs subgraphs
COPY gateway gateway
COPY cli cli
COPY console console
RUN npm run build && npm run build:console && find schema subgraphs policy/templates -name '*.ts' -delete

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim AS runtime
ENV NODE_ENV=production \
    APOLLO_TELEMETRY_DISABLED=1 \
    ISTMO_HOST=0.0.0.0 \
    ISTMO_PORT=4000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/schema schema
COPY --from=build /app/subgraphs subgraphs
COPY --from=build /app/policy/templates policy/templates
COPY package.json ./
# where a node keeps its access log, and a State whose database is a file that file
RUN install -d -o node -g node -m 700 /var/lib/istmo /var/lib/state
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.ISTMO_PORT + '/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli/main.js"]
CMD ["--help"]

FROM runtime AS demo
USER root
COPY --from=build /app/node_modules node_modules
# a new volume takes the owner of the folder that it is mounted on
RUN install -d -o node -g node -m 755 /var/lib/region /var/lib/region/for \
      /var/lib/region/for/gateway /var/lib/region/for/identity /var/lib/region/for/log-db \
      /var/lib/region/for/node-gt /var/lib/region/for/node-sv /var/lib/region/for/node-us \
      /var/lib/region/for/node-bz /var/lib/region/for/node-cr /var/lib/region/for/node-do \
      /var/lib/region/for/node-hn /var/lib/region/for/node-ni /var/lib/region/for/node-pa \
      /var/lib/region/for/seed-gt /var/lib/region/for/seed-sv /var/lib/region/for/seed-us \
      /var/lib/region/for/db-gt /var/lib/region/for/db-sv /var/lib/region/for/db-us
USER node

FROM runtime
