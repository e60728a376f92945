import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { Visitor, parseAst } from 'vite';
import { SCRIPTS, scriptPath } from '../../.ci/scripts.js';
import { challengeLanguages } from '../../src/i18n/challenge/languages.js';
import { formLanguages } from '../../src/i18n/form/languages.js';
import { listLanguages } from '../../src/i18n/list/languages.js';

const read = (path: string) => readFileSync(path, 'utf8');

/** What a module asks for, statically or later. */
function importsOf(code: string): string[] {
  const found: string[] = [];
  const note = ({ source }: { source: unknown }) => {
    if (source) found.push(String((source as { value: unknown }).value));
  };
  new Visitor({
    ImportDeclaration: note,
    ExportAllDeclaration: note,
    ExportNamedDeclaration: note,
    ImportExpression: note,
  }).visit(parseAst(code));
  return found;
}

describe('the files for a script tag', () => {
  for (const [name, script] of Object.entries(SCRIPTS)) {
    it(`are classic scripts that load nothing of ours: ${name}`, () => {
      const code = read(scriptPath(script));
      assert.doesNotThrow(() => new Script(code));
      assert.deepEqual(importsOf(code), []);
    });
  }

  it('are all that the package has: no chunk beside them', () => {
    const files = readdirSync('dist').filter((file) => file.endsWith('.min.js'));
    assert.deepEqual(files.sort(), [
      'mp-saved-cards.challenge.min.js',
      'mp-saved-cards.list.min.js',
      'mp-saved-cards.min.js',
    ]);
  });

  it('contain the words of their element only', () => {
    const sentenceOfForm = formLanguages.en.trust;
    const sentenceOfList = listLanguages.en.emptyManage;
    const sentenceOfChallenge = challengeLanguages.en.openBankPage;
    const contents = ({ folder, file }: (typeof SCRIPTS)[keyof typeof SCRIPTS]) => {
      const code = read(`${folder}/${file}`);
      return [sentenceOfList, sentenceOfForm, sentenceOfChallenge].map((sentence) => code.includes(sentence));
    };
    assert.deepEqual(contents(SCRIPTS.script), [true, true, true]);
    assert.deepEqual(contents(SCRIPTS['script-list']), [true, false, false]);
    assert.deepEqual(contents(SCRIPTS['script-form']), [false, true, false]);
    assert.deepEqual(contents(SCRIPTS['script-challenge']), [false, false, true]);
  });
});

describe('the modules for a bundler', () => {
  for (const element of ['saved-cards', 'add-card']) {
    it(`load the diagnosis only when it is asked for: ${element}`, () => {
      const code = read(`dist/internal/${element}.js`);
      assert.match(code, /import\("\.\/diagnose\.js"\)/);
      assert.doesNotMatch(code, /from "\.\/diagnose\.js"/);
    });
  }
});
