/** What `cem analyze` reads and writes: the elements without private members; `public-manifest.ts` takes what can be imported. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/testing/**'],
  outdir: '.cache/build',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [
    {
      name: 'public-only',
      packageLinkPhase({ customElementsManifest }) {
        const isPublic = ({ name, privacy }) =>
          privacy === undefined && !/^[#[]|^form\w+(Callback|Associated)$/.test(name);
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            if (declaration.members) declaration.members = declaration.members.filter(isPublic);
          }
        }
      },
    },
  ],
};
