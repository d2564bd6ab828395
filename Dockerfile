# One build, two images: `docker build --target cms .` and `docker build --target web .`

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared-types/package.json shared-types/
COPY cms/package.json cms/
COPY web/package.json web/
RUN npm ci
COPY . .
RUN npm run build

FROM build AS cms-packages
RUN npm prune --omit=dev

FROM node:22-bookworm-slim AS cms
ENV NODE_ENV=production
WORKDIR /app/cms
COPY --from=cms-packages --chown=node:node /app/node_modules /app/node_modules
COPY --from=build --chown=node:node /app/shared-types /app/shared-types
COPY --from=build --chown=node:node /app/cms /app/cms
USER node
EXPOSE 1337
CMD ["node", "--max-semi-space-size=64", "../node_modules/@strapi/strapi/bin/strapi.js", "start"]

# The site's server is one file without packages beside it.
FROM node:22-bookworm-slim AS web
ENV NODE_ENV=production
WORKDIR /app/web
COPY --from=build --chown=node:node /app/web/package.json ./
COPY --from=build --chown=node:node /app/web/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["node", "dist/server/main.js"]
