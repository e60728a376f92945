import { pathToFileURL } from 'node:url';
import basicSsl from '@vitejs/plugin-basic-ssl';
import MagicString from 'magic-string';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { chunkFile, SMALL_EXPORTS } from './.ci/chunks.js';
import { ENTRIES } from './.ci/entries.js';
import { inlineImports } from './.ci/inline-imports.js';
import { minifyTemplates } from './.ci/minify-templates.js';
import { webhookHosts } from './demo/webhook-hosts.js';
import { sourceName } from './.ci/source-name.js';
import { SCRIPTS, type Script, type ScriptName } from './.ci/scripts.js';

/**
 * `vite` serves the demo; `vite build` writes the npm modules and `vite build --mode <name>` one of the files for a script
 * tag. One configuration for all, because decorators have to be lowered in the same way everywhere.
 */
export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return demoServer;
  return mode in SCRIPTS ? scriptBuild(mode as ScriptName) : npmBuild;
});

/** Files that Vite never serves unless its configuration says otherwise. */
const viteDefaults = ['.env', '.env.*', '*.{crt,pem,key,p12,pfx,cer,der}', '.npmrc', '.yarnrc.yml', '**/.git/**'];

const demoServer: UserConfig = {
  server: {
    host: 'localhost',
    port: Number(process.env['PORT'] ?? 5173),
    strictPort: true,
    // The merchant answers its own pages only.
    cors: false,
    allowedHosts: webhookHosts(process.env),
    // What the shop keeps of its payments is no file of the page.
    fs: { deny: [...viteDefaults, '**/.cache/shop-data/**'] },
  },
  // Found at start, not on the first visit, which would then be reloaded half way through.
  optimizeDeps: { include: ['lit', 'lit/decorators.js', '@mercadopago/sdk-js'] },
  plugins: [process.env['HTTPS'] === '1' ? basicSsl() : [], demoServers()],
};

const npmBuild: UserConfig = {
  plugins: [minifyTemplates()],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: ENTRIES,
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, '@mercadopago/sdk-js'],
      output: {
        entryFileNames: '[name].js',
        codeSplitting: { groups: [SMALL_EXPORTS] },
        chunkFileNames: (chunk) => `${chunkFile(chunk)}.js`,
        sourcemapPathTransform: sourceName,
      },
    },
  },
};

/** Leaves only ASCII in templates, where `shrinkScript` cannot; it does so everywhere else. */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  transform: {
    order: 'post',
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code) {
      const text = new MagicString(code).replace(/[\u0080-\uffff]/g, escaped);
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  },
};

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function scriptBuild(name: ScriptName): UserConfig {
  const { entry, folder, file, global = 'MpSavedCards' }: Script = SCRIPTS[name];
  return {
    plugins: [minifyTemplates(), inlineImports(), asciiOnly],
    build: {
      target: 'es2022',
      minify: true,
      sourcemap: true,
      outDir: folder,
      emptyOutDir: false,
      lib: { entry, name: global, formats: ['iife'], fileName: () => file },
      // A chunk that is missing at the moment of a sale would be a lost sale.
      rolldownOptions: { output: { codeSplitting: false, sourcemapPathTransform: sourceName } },
    },
  };
}

/**
 * The reference merchant and the sandbox, started and stopped with Vite's server. They run as they do without Vite,
 * under Node with the types stripped: hence the import that the bundler of this file does not see.
 */
function demoServers(): Plugin {
  let demo: import('./demo/dev-server.js').Demo | undefined;
  return {
    name: 'demo-servers',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (demo) demo.middleware(request, response, next);
        else next();
      });
    },
    async buildStart() {
      const register: string = '@oxc-node/core/register'; // it comes without types
      await import(register);
      const file = pathToFileURL('demo/dev-server.ts').href;
      const { startDemo } = (await import(file)) as typeof import('./demo/dev-server.js');
      demo = await startDemo(process.env);
    },
    async closeBundle() {
      await demo?.close();
    },
  };
}
