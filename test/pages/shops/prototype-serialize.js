/* global $, Ajax, Form, shop */
Event.observe($('checkout'), 'submit', function (event) {
  event.stop();
  if (!shop.agreed()) return;
  new Ajax.Request(shop.url, {
    method: 'post',
    parameters: Form.serialize($('checkout')),
    onSuccess(answer) {
      shop.show(answer.responseJSON);
    },
  });
});
