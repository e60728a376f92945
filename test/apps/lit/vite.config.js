import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: { rolldownOptions: { input: 'src/client.js', output: { entryFileNames: '[name].js' } } },
});
