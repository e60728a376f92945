import base from '../../web-test-runner.config.js';

/** Runs the contract tests against the build that environment variables name; see `subject.ts`. */
const { CONTRACT_SDK, CONTRACT_FIELDS_PAGE, CONTRACT_API, CONTRACT_PUBLIC_KEY, CONTRACT_CARD_ID } = process.env;

const parameters = {
  sdk: CONTRACT_SDK,
  fieldsPage: CONTRACT_FIELDS_PAGE,
  apiBase: CONTRACT_API,
  publicKey: CONTRACT_PUBLIC_KEY,
  cardId: CONTRACT_CARD_ID,
};

export default {
  ...base,
  files: ['test/contract/*.test.ts'],
  testRunnerHtml: (testFramework) => `<!doctype html>
<html>
  <body>
    <script>window.contractSubject = ${JSON.stringify(parameters).replace(/</g, '\\u003c')};</script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
};
