/** `/moved/307` redirects to a list without cards, which no scripted `fetch` can imitate. */
export function redirectMiddleware(context, next) {
  const [, place, status] = context.path.split('/');
  if (place === 'moved-there') context.body = [];
  else if (place === 'moved') {
    context.status = Number(status);
    context.set('Location', '/moved-there');
  } else return next();
}
