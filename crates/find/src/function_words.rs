//! Words that say how others belong together: nobody looks for them, and no document is left out for lack of one.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use base::fold::fold;

/// Letters of the longest frequent one.
const LONGEST: usize = 6;

/// Function words of the languages that people ask in, none that means something in another of them: French `son` and German
/// `war` are not among them.
const WORDS: &str = "\
a an the of for and or to in on at by with from as is are was were be been being do does did how what why when where who whom \
whose which that this these those it its their our your my i you we they he she him her them us me can could should would may \
might must not no if than then so such about into onto over under between during through there here has have had having \
also any some all both each every after before against make makes made making get gets use using good best way ways document documents \
le la les un une des du de et ou ni que qui quoi dont ce cet cette ces sur par pour avec sans dans entre chez vers est sont ete \
etre au aux en se sa ses leur leurs nous notre nos vous votre vos il elle ils elles je tu mon ma mes ne pas comment pourquoi \
quand quel quelle quels quelles lors ainsi donc car si y faire fait apres avant contre peut peux doit dois document documents \
el los las unos unas del al y o con sin para por como que cual cuales donde cuando su sus es ser fue este esta estos estas ese \
esa lo mas muy entre sobre desde hasta \
os as um uma do da dos das no na nos nas ao aos com sem em ou e seu sua seus suas foi como qual quais onde quando \
der die das den dem ein eine einen einem einer eines und oder nicht mit von vom zu zum zur im auf fur bei nach aus uber unter \
ist sind sich wie wo wer wir ich sie ihr auch als dass durch gegen ohne um fuer ueber \
il gli uno nel nella nei delle della dei degli dal dalla con per tra fra che chi cui sono alla allo agli \
het een van voor met zijn niet hoe wat waar wie dat deze naar om aan bij uit ook \
och att som ar for foer pa paa av med den det till en ett hur vad vem vilka \
i og er som til pa av med det den en et hvordan hva hvem \
bir ve ile icin mi ne nasil bu su o da \
e dhe te ne per nga nje si qe \
na ya wa kwa ni za la cha katika \
u i za je na se su da od sa kako \
и в на с по для от из к о что как это не за при или у же \
في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين اللواتي ما ماذا كيف لماذا متى اين هل او و ثم ان كان كانت يكون هو هي هم \
نحن انا انت بين بعد قبل عند كل بعض نفعل افعل ضد وثيقة وثائق لا لم لن قد حول خلال اي غير \
ومن وعن وما وفي وهو وهي ولا ولم ولن وقد";

/// The most frequent of them by language, as they are written there: a third of its texts, and nothing else in it.
const FREQUENT: [(&str, &str); 16] = [
    (
        "en",
        "a an the of for and or to in on at by with from as is are was were be been it its this that these those which",
    ),
    (
        "fr",
        "le la les un une des du de et ou que qui ce cet cette ces par pour avec dans est sont en se sa ses au aux à il elle ils l d",
    ),
    ("es", "el la los las un una de del y o en con para por que se su sus es al lo"),
    ("pt", "o a os as um uma de do da dos das e ou em no na nos nas com para por que se ao aos à é"),
    (
        "de",
        "der die das den dem des ein eine einer einem einen und oder in im mit von vom zu zum zur für auf bei ist sich an am als",
    ),
    ("it", "il lo la i gli le un una di del della dei delle e o in nel nella con per che si è da dal dalla"),
    ("nl", "de het een en of van voor in op met te is dat die om aan bij"),
    ("da", "og i at en et den det de til på af med som er for"),
    ("no", "og i at en et den det de til på av med som er for å"),
    ("sv", "och i att en ett den det de till på av med som är för"),
    ("tr", "ve bir bu ile için da de"),
    ("sr", "i u na je za se od da su и у на је за се од да су"),
    ("ru", "и в на с по для от из к о что как не"),
    ("id", "yang dan di ke dari untuk dengan ini itu"),
    ("hi", "के की का में और से को है हैं पर"),
    ("ar", "في من على إلى الى عن مع أن ان أو او هذا هذه التي الذي"),
];

/// By the code of a language's rules.
static BY_LANGUAGE: LazyLock<HashMap<&str, HashSet<&str>>> =
    LazyLock::new(|| FREQUENT.map(|(code, words)| (code, words.split(' ').collect())).into_iter().collect());

/// Whether a word of a text in this language, as it is written there, is one of its most frequent function words.
pub(crate) fn is_frequent(code: &str, word: &str) -> bool {
    let lower = |word: &str, known: &HashSet<&str>| known.contains(&*word.to_lowercase());
    let known = BY_LANGUAGE.get(code).filter(|_| word.chars().count() <= LONGEST);
    known.is_some_and(|known| known.contains(word) || lower(word, known))
}

static FOLDED: LazyLock<HashSet<String>> = LazyLock::new(|| WORDS.split_whitespace().map(fold).collect());

/// Whether a folded word only says how others belong together, also with `و` before a longer one: `فهم` and `وهم` are words of
/// their own.
pub(crate) fn is_function_word(folded: &str) -> bool {
    let joined = folded.strip_prefix('و').filter(|rest| rest.chars().nth(2).is_some());
    FOLDED.contains(folded) || joined.is_some_and(|rest| FOLDED.contains(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_something_are_looked_for() {
        for word in ["the", "de", "من", "على", "إلى", "für", "fuer", "på", "paa", "что", "والتي", "ومن"]
        {
            assert!(is_function_word(&fold(word)), "{word}");
        }
        for word in [
            "war", "son", "man", "plan", "police", "mois", "باب", "واحد", "فهم", "وهم", "فلم", "doe", "sue", "city",
            "ville",
        ] {
            assert!(!is_function_word(&fold(word)), "{word}");
        }
    }

    #[test]
    fn frequent_words_are_those_of_one_language() {
        for (code, word) in [("en", "The"), ("de", "die"), ("nl", "van"), ("ar", "إلى"), ("fr", "à")] {
            assert!(is_frequent(code, word), "{code}: {word}");
        }
        for (code, word) in
            [("en", "die"), ("en", "van"), ("en", "car"), ("en", "good"), ("fr", "sûr"), ("fr", "été"), ("xx", "the")]
        {
            assert!(!is_frequent(code, word), "{code}: {word}");
        }
        assert!(FREQUENT.iter().all(|(_, words)| words.split(' ').all(|word| word.chars().count() <= LONGEST)));
    }
}
