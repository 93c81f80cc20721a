//! Pages of the forms: what is asked, what happens next, and confirming an address.

mod confirm;
mod forms;
mod sent;

use web::Routes;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .form("/ask?about", forms::ask, forms::send_question)
        .page("/ask/sent?about&for", sent::get)
        .form("/share", forms::share, forms::send_practice)
        .form("/contact", forms::contact, forms::send_message)
        .form("/media", forms::media, forms::send_enquiry)
        .page("/confirm/{token}", confirm::get)
        .action("/confirm/{token}", confirm::post)
}
