/* global jQuery, shop, location */
jQuery(function ($) {
  $('#checkout').on('submit.shop', function (event) {
    event.preventDefault();
    if (event.origin !== 'pay') throw new Error('The event has lost what the page put into it.');
    if (shop.agreed()) $.ajax({ type: 'POST', url: shop.url, data: $(this).serialize() }).done(shop.show);
  });
  $('#pay').on('click', function () {
    const event = $.Event('submit.shop', { origin: 'pay' });
    $('#checkout').trigger(event);
    if (!event.isDefaultPrevented()) location.reload(); // what a page does whose form was sent
  });
});
