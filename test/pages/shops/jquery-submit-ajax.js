/* global jQuery, shop */
jQuery(function ($) {
  $('#checkout').on('submit', function () {
    if (shop.agreed()) $.ajax({ type: 'POST', url: shop.url, data: $(this).serialize() }).done(shop.show);
    return false;
  });
  $('#pay').on('click', function () {
    if ($.fn.jquery.startsWith('3')) $('#checkout').submit();
    else $('#checkout').trigger('submit');
  });
});
