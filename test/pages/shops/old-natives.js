/* Natives as Prototype 1.7 and MooTools 1.4 replace them, and what such libraries add to arrays. */
Array.from = function (iterable) {
  if (!iterable) return [];
  if ('toArray' in Object(iterable)) return iterable.toArray();
  const results = new Array(iterable.length || 0);
  for (let index = 0; index < iterable.length; index++) results[index] = iterable[index];
  return results;
};
Object.values = function (object) {
  const results = [];
  for (const key in object) results.push(object[key]);
  return results;
};
const { reverse } = Array.prototype;
Array.prototype.reverse = function (inline) {
  return reverse.call(inline === false ? this.slice() : this);
};
Array.prototype.each = Array.prototype.forEach;
Array.prototype.first = function () {
  return this[0];
};
