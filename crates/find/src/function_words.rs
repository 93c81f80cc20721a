//! Words that say how others belong together: nobody looks for them, and no document is left out for lack of one.

use std::collections::HashSet;
use std::sync::LazyLock;

use base::fold::fold;

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
ist sind sich wie wo wer wir ich sie ihr auch als dass durch gegen ohne um \
il gli uno nel nella nei delle della dei degli dal dalla con per tra fra che chi cui sono alla allo agli \
het een van voor met zijn niet hoe wat waar wie dat deze naar om aan bij uit ook \
och att som ar for pa av med den det till en ett hur vad vem vilka \
i og er som til pa av med det den en et hvordan hva hvem \
bir ve ile icin mi ne nasil bu su o da \
e dhe te ne per nga nje si qe \
na ya wa kwa ni za la cha katika \
u i za je na se su da od sa kako \
и в на с по для от из к о что как это не за при или у же \
في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين اللواتي ما ماذا كيف لماذا متى اين هل او و ثم ان كان كانت يكون هو هي هم \
نحن انا انت بين بعد قبل عند كل بعض نفعل افعل ضد وثيقة وثائق لا لم لن قد حول خلال اي غير";

static FOLDED: LazyLock<HashSet<String>> = LazyLock::new(|| WORDS.split_whitespace().map(fold).collect());

/// Whether a folded word only says how others belong together.
pub(crate) fn is_function_word(folded: &str) -> bool {
    FOLDED.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_something_are_looked_for() {
        for word in ["the", "de", "من", "على", "إلى", "für", "что"] {
            assert!(is_function_word(&fold(word)), "{word}");
        }
        for word in ["war", "son", "man", "plan", "police", "mois", "باب", "city", "ville"] {
            assert!(!is_function_word(&fold(word)), "{word}");
        }
    }
}
