/* global jQuery, shop */
jQuery(function ($) {
  $('#pay').on('click', function () {
    if (!shop.agreed()) return;
    if ($.fn.jquery.startsWith('3')) $('#checkout').submit();
    else $('#checkout').trigger('submit');
  });
});
