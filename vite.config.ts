import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

/** Where `vite dev` sends API requests; `npm start` serves the built studio from the server itself. */
const server = process.env["PRECEPT_SERVER"] ?? "http://127.0.0.1:4180";

const treeshake = { moduleSideEffects: [{ test: /\/(dsl|engine)\//, sideEffects: false }] };

const studio: UserConfig = {
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
    rolldownOptions: { treeshake },
  },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": server, "/healthz": server, "/readyz": server, "/.well-known": server },
  },
};

/**
 * `vite build --mode engine` makes `engine.js`, the engine that releases carry: one module that rests on no other. Its bytes depend
 * on the sources and the libraries of the lock file alone: no folder or time is in it.
 */
const engine: UserConfig = {
  publicDir: false,
  build: {
    outDir: "build/engine",
    target: "es2023",
    modulePreload: false,
    rolldownOptions: {
      input: "engine/bundle/index.ts",
      preserveEntrySignatures: "strict",
      output: { format: "es", entryFileNames: "engine.js", codeSplitting: false },
      treeshake,
    },
  },
};

export default defineConfig(({ mode }) => (mode === "engine" ? engine : studio));
