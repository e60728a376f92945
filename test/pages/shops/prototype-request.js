/* global $, shop */
Event.observe($('checkout'), 'submit', function (event) {
  event.stop();
  if (!shop.agreed()) return;
  $('checkout').request({
    onSuccess(answer) {
      shop.show(answer.responseJSON);
    },
  });
});
