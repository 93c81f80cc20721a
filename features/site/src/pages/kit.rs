//! The component kit: every part that pages are made of, in its states. Browser tests look at it, and so does whoever
//! builds a page. Its samples are drawn by the same templates as everything else; nothing of it can be sent.

mod samples;

use askama::Template;
use base::Time;
use http::StatusCode;
use web::form::Choice;
use web::list::{Around, Filter, Nothing};
use web::{Answer, Form, Meta, Visit, page};

use samples::Said;

#[derive(Template)]
#[template(path = "site/kit.html")]
struct Kit<'a> {
    v: &'a Visit,
    meta: Meta,
    /// The same words in each language of the network.
    said: Vec<Said>,
    /// A form as things stand, and one that came back.
    form: Form<'a>,
    wrong: Form<'a>,
    filters: Vec<Filter>,
    around: Around,
    moment: Time,
    /// What fits what is typed.
    offered: Vec<String>,
}

web::framed!(Kit);

pub(crate) async fn get(visit: Visit) -> Answer {
    visit.actor.must_be_central()?;
    let v = &visit;
    let meta = Meta::titled(v.t("menu-kit")).hide();
    let template = Kit {
        v,
        meta,
        said: samples::said(v),
        form: samples::form(v),
        wrong: samples::wrong(v),
        filters: samples::filters(v),
        around: samples::around(v),
        moment: samples::moment(),
        offered: vec![v.t("kit-sample-title")],
    };
    page(StatusCode::OK, &template, None)
}

impl Kit<'_> {
    /// The sections of the page: what each is called in its address, and on the page.
    fn sections(&self) -> [(&'static str, String); 16] {
        let v = self.v;
        [
            ("text", v.t("kit-text")),
            ("languages", v.t("kit-languages")),
            ("actions", v.t("kit-actions")),
            ("labels", v.t("kit-labels")),
            ("icons", v.t("kit-icons")),
            ("messages", v.t("kit-messages")),
            ("cards", v.t("kit-cards")),
            ("figures", v.t("kit-figures")),
            ("documents", v.t("kit-documents")),
            ("tables", v.t("kit-tables")),
            ("lists", v.t("kit-lists")),
            ("forms", v.t("kit-forms")),
            ("mistakes", v.t("kit-mistakes")),
            ("progress", v.t("kit-progress")),
            ("charts", v.t("kit-charts")),
            ("maps", v.t("kit-maps")),
        ]
    }

    /// A few options, each with what is said of it.
    fn options(&self) -> Vec<Choice> {
        samples::options(self.v)
    }

    /// More options than are shown at once.
    fn many(&self) -> Vec<Choice> {
        let themes = &self.v.hub.network.themes;
        themes.iter().map(|theme| Choice::new(&theme.slug, theme.label(self.v.lang))).collect()
    }

    /// A list in which there is nothing.
    fn empty(&self) -> Nothing {
        let v = self.v;
        let ways = vec![(v.t("kit-second"), v.here()), (v.t("kit-link"), v.here())];
        Nothing { icon: "book", level: 3, title: v.t("kit-empty"), text: v.t("kit-empty-hint"), ways, first: 1 }
    }

    /// The list of mistakes, as it stands above a form that came back. Here it takes neither focus nor sight when the page
    /// opens.
    fn mistakes(&self) -> String {
        self.wrong.summary().replace(" id=\"error-summary\" autofocus", "")
    }
}
