import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `vite dev` sends API requests; `npm start` serves the built studio from the server itself. */
const server = process.env["PRECEPT_SERVER"] ?? "http://127.0.0.1:4180";

export default defineConfig({
  root: "studio",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../build/studio",
    emptyOutDir: true,
    target: "es2023",
    // Monaco is one lazy chunk of about 3.5 MB before compression; the shell's own size is checked in test/studio.
    chunkSizeWarningLimit: 5000,
    // `dsl` and `engine` are pure: the shell takes a list of words from them without the parser behind it.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/(dsl|engine)\//, sideEffects: false }] } },
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/healthz": server, "/readyz": server } },
});
