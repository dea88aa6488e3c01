import { defineConfig } from 'vite'

/** The API that `vite` (development only) forwards to. The built files are served by the API itself. */
const api = 'http://127.0.0.1:8787'

export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // A data: URL would need its own permission in the content security policy.
    assetsInlineLimit: 0,
    // One file of about 280 kB compressed: served from the same network, fetched once per release.
    chunkSizeWarningLimit: 1_000,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
})
