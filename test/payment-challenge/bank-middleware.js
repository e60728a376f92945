/** `/bank` is the page of a bank: it shows how it was asked for, and says to the shop what a test has it say. */
export async function bankMiddleware(context, next) {
  if (context.path !== '/bank') return next();
  let body = '';
  for await (const part of context.req) body += part;
  const { creq = '' } = Object.fromEntries(new URLSearchParams(body));
  if ('refused' in context.query) context.set('X-Frame-Options', 'DENY');
  context.type = 'html';
  context.body = `<!doctype html>
    <html lang="en">
      <title>Bank</title>
      <p id="method">${context.method}</p>
      <p id="creq">${creq.replaceAll('<', '&lt;')}</p>
      ${'nested' in context.query ? '<iframe title="Inner page" src="/bank?inner"></iframe>' : ''}
      <script>
        function say(data) {
          ${'inner' in context.query ? 'parent.parent' : 'parent'}.postMessage(data, '*');
        }
      </script>
    </html>`;
}
