//! What stands in a text beside words: pictures, cards of documents and cities, figures, voices, a call to action. Each is a line
//! of its own, `![caption](name:key)`, and is drawn by the feature that offers things of that name.

use std::collections::BTreeMap;

use askama::Template;
use base::{Fail, Result};
use web::parts::{Choices, Choosable, Embed, Figure, Named, together};
use web::{Offered, Visit};

use crate::lines::{ACTION, Line, address_of, lines_out};

/// A figure counted from records, as the home page shows them.
pub const FIGURE: &str = "figure";

/// Lines that name something and do not stand alone, of which a preview tells.
const STRAY: usize = 5;

/// A text whose lines that name something are drawn.
pub struct Drawn {
    /// Clean HTML.
    pub html: String,
    /// Of which a page is made that shows it.
    pub topics: Vec<String>,
}

/// Whether a page says of a line that it shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Readers see nothing of it.
    Silent,
    /// Whoever writes is told.
    Said,
}

/// A text as it stands on a page. A line that names what there is not, or what this reader may not see, leaves nothing; a preview
/// says so.
///
/// # Errors
/// When the database does not answer.
pub async fn drawn(visit: &Visit, offered: &Offered, markdown: &str, lack: Lack) -> Result<Drawn> {
    let marked = lines_out(markdown);
    let lines = &marked.lines;
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        groups.entry(line.name.as_str()).or_default().push(at);
    }
    let named = |places: &[usize]| places.iter().map(|at| lines[*at].named.clone()).collect::<Vec<_>>();
    let wanted: Vec<(&str, Vec<Named>)> = groups.iter().map(|(name, places)| (*name, named(places))).collect();
    let found = together(wanted.iter().map(|(name, named)| group(visit, offered, name, named))).await?;
    let mut pieces: Vec<Option<String>> = vec![None; lines.len()];
    for (places, own) in groups.values().zip(found) {
        for (at, piece) in places.iter().zip(own) {
            pieces[*at] = piece;
        }
    }
    let piece = |(piece, line): (Option<String>, &Line)| match (piece, lack) {
        (Some(piece), _) => Ok(piece),
        (None, Lack::Silent) => Ok(String::new()),
        (None, Lack::Said) => not_shown(visit, line),
    };
    let pieces = pieces.into_iter().zip(lines).map(piece).collect::<Result<Vec<String>>>()?;
    let mut html = marked.filled(&crate::render::clean(visit, &marked.text), &pieces);
    if lack == Lack::Said {
        let notes = marked.stray.iter().take(STRAY).map(|line| not_alone(visit, line)).collect::<Result<String>>()?;
        html.insert_str(0, &notes);
    }
    // Also of those that are not shown: they may be again.
    let topics = lines.iter().flat_map(|line| topics(offered, line));
    Ok(Drawn { html, topics: topics.collect() })
}

/// Of these lines those that show nothing to whoever asks.
///
/// # Errors
/// When the database does not answer.
pub async fn undrawn(visit: &Visit, offered: &Offered, lines: &[Line]) -> Result<Vec<Line>> {
    let mut names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name: &str| lines.iter().filter(|line| line.name == name).cloned().collect::<Vec<Line>>();
    let groups: Vec<(&str, Vec<Line>)> = names.into_iter().map(|name| (name, of(name))).collect();
    let named = |lines: &[Line]| lines.iter().map(|line| line.named.clone()).collect::<Vec<Named>>();
    let wanted: Vec<(&str, Vec<Named>)> = groups.iter().map(|(name, lines)| (*name, named(lines))).collect();
    let drawn = together(wanted.iter().map(|(name, named)| group(visit, offered, name, named))).await?;
    let of_group = |((_, lines), pieces): ((&str, Vec<Line>), Vec<Option<String>>)| {
        lines.into_iter().zip(pieces).filter(|(_, piece)| piece.is_none()).map(|(line, _)| line).collect::<Vec<_>>()
    };
    Ok(groups.into_iter().zip(drawn).flat_map(of_group).collect())
}

async fn group(visit: &Visit, offered: &Offered, name: &str, named: &[Named]) -> Result<Vec<Option<String>>> {
    match (name, embed(offered, name)) {
        (ACTION, _) => named.iter().map(|own| action(visit, own)).collect(),
        (FIGURE, _) => figures(visit, offered, named).await,
        (_, Some(embed)) => embed.draw(visit, named).await,
        (_, None) => Ok(vec![None; named.len()]),
    }
}

fn embed<'a>(offered: &'a Offered, name: &str) -> Option<&'a dyn Embed> {
    offered.embeds.iter().find(|embed| embed.name() == name).map(AsRef::as_ref)
}

fn topics(offered: &Offered, line: &Line) -> Vec<String> {
    match embed(offered, &line.name) {
        Some(embed) => embed.topics(&line.named.key),
        None if line.name == FIGURE => {
            offered.figures.iter().flat_map(|source| source.topics()).map(|topic| (*topic).to_owned()).collect()
        }
        None => Vec::new(),
    }
}

#[derive(Template)]
#[template(path = "editorial/action.html")]
struct Action<'a> {
    address: String,
    caption: &'a str,
}

/// A button that leads somewhere: to a page of the hub, or to a safe address elsewhere.
fn action(visit: &Visit, named: &Named) -> Result<Option<String>> {
    let caption = named.caption.trim();
    let address = match address_of(&named.key).filter(|_| !caption.is_empty()) {
        // As it stands in the address bar it has a language: the reader's is another.
        Some(own) if own.starts_with('/') => web::markdown::in_language(&web::markdown::own_path(own), visit.lang),
        Some(other) => other.to_owned(),
        None => return Ok(None),
    };
    Action { address, caption }.render().map(Some).map_err(Fail::internal)
}

#[derive(Template)]
#[template(path = "editorial/figure.html")]
struct FigurePart<'a> {
    v: &'a Visit,
    figure: &'a Figure,
    caption: &'a str,
}

async fn figures(visit: &Visit, offered: &Offered, named: &[Named]) -> Result<Vec<Option<String>>> {
    let all = all_figures(visit, offered).await?;
    let one = |own: &Named| {
        let figure = all.iter().find(|figure| figure.name == own.key)?;
        let part = FigurePart { v: visit, figure, caption: own.caption.trim() };
        Some(part.render().map_err(Fail::internal))
    };
    named.iter().map(|own| one(own).transpose()).collect()
}

async fn all_figures(visit: &Visit, offered: &Offered) -> Result<Vec<Figure>> {
    let sources = offered.figures.iter().map(|source| source.figures(visit));
    Ok(together(sources).await?.into_iter().flatten().collect())
}

#[derive(Template)]
#[template(path = "editorial/not_shown.html")]
struct NotShown<'a> {
    v: &'a Visit,
    line: String,
}

#[derive(Template)]
#[template(path = "editorial/not_alone.html")]
struct NotAlone<'a> {
    v: &'a Visit,
    line: &'a str,
}

fn not_alone(visit: &Visit, line: &str) -> Result<String> {
    NotAlone { v: visit, line }.render().map_err(Fail::internal)
}

fn not_shown(visit: &Visit, line: &Line) -> Result<String> {
    let line = format!("{}:{}", line.name, line.named.key);
    NotShown { v: visit, line }.render().map_err(Fail::internal)
}

/// A kind of things that can be put into a text.
#[derive(Clone, Copy, Debug)]
pub struct Insertable {
    /// What stands before the colon.
    pub name: &'static str,
    /// Key of the words for one of them.
    pub words: &'static str,
    /// Where another one is made, behind the language.
    pub made_at: Option<&'static str>,
}

/// The kinds of things that can be chosen.
pub fn kinds(offered: &Offered) -> Vec<Insertable> {
    let own = offered.embeds.iter().map(|embed| Insertable {
        name: embed.name(),
        words: embed.words(),
        made_at: embed.made_at(),
    });
    own.chain([Insertable { name: FIGURE, words: "embed-figure", made_at: None }]).collect()
}

/// Things of a kind whose names hold these words.
///
/// # Errors
/// [`Fail::NotFound`] for a name that nobody offers.
pub async fn choose(visit: &Visit, offered: &Offered, name: &str, words: &str, limit: usize) -> Result<Choices> {
    if name != FIGURE {
        return embed(offered, name).ok_or(Fail::NotFound)?.choose(visit, words, limit).await;
    }
    let folded = base::fold::fold(words);
    let figures = all_figures(visit, offered).await?.into_iter();
    let fits = figures.filter(|figure| base::fold::fold(&figure.label).contains(&folded));
    let one = |figure: Figure| Choosable {
        key: figure.name.to_owned(),
        label: format!("{} {}", visit.number(figure.number), figure.label),
        note: figure.note,
    };
    Ok(Choices::first(fits.map(one), limit))
}
