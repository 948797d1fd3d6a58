//! Which evidence is ground to name an actor, and which only to guess.

use super::*;

/// The mentions of a body, each as `form actor guess`, where guesses do not count.
fn named(body: &str) -> Vec<String> {
    let lexicon = lexicon();
    let furniture = Furniture::default();
    let grammar = lexicon.grammar(language::of(None));
    let text = prepare(body, Half::Body, None, "", grammar, &furniture);
    let mut found = [find(lexicon, &text, 5)];
    bind(lexicon, &[&text], &mut found, Bindings::Named, None);
    let name = |actor: Option<ActorIx>| {
        actor.map_or("-", |actor| lexicon.actors[actor.0 as usize].name.as_str())
    };
    let mentions = found[0].mentions.iter();
    mentions
        .map(|mention| {
            let form = text.slice(&mention.bytes);
            format!("{form} {} {}", name(mention.actor), name(mention.guess))
        })
        .collect()
}

#[test]
fn a_guess_names_nobody() {
    assert_eq!(named("وصل سالم الزين ثم غادر الرئيس."), ["الرئيس - salim"]);
    assert_eq!(
        named("وصل مقاتلو جماعة «نصرة الصحراء»."),
        ["مقاتلو nusra -"]
    );
}

#[test]
fn a_description_names_one_who_alone_is_called_so() {
    check(
        "ظهرت القاعدة. اجتمعت الجماعة الاقتصادية لدول غرب أفريقيا. غادر المقاتلون.",
        &["المقاتلون islamists qaeda description"],
    );
}

#[test]
fn the_police_of_the_only_state_is_named_and_of_one_of_two_is_guessed() {
    assert_eq!(
        named("اجتمع مجلس دولة النهر أمس في دولة النهر. وعادت الشرطة."),
        ["الشرطة river-police -"]
    );
    assert_eq!(
        named("اجتمع مجلس دولة النهر أمس في دولة النهر. وزار دولة التل. وعادت الشرطة."),
        ["الشرطة - river-police"]
    );
}

#[test]
fn the_adjective_of_a_genitive_tells_nothing_of_the_noun_before_it() {
    check(
        "وصل ضباط المعارضة النهرية إلى المدينة.",
        &["ضباط army nobody none"],
    );
    check("وقع هجوم في أنهار القرية.", &["هجوم attacks nobody none"]);
}

#[test]
fn who_has_a_label_for_a_name_has_it_whatever_his_kind() {
    check(
        "هاجم رجال الجبال القرية ثم وصلت ميليشيا السهل.",
        &["ميليشيا insurgents sahl phrase"],
    );
}

#[test]
fn a_judgement_inside_a_longer_label_counts_once() {
    check(
        "وقع هجوم جبان على القرية.",
        &["هجوم جبان attacks nobody none"],
    );
    check("وصل حارس جبان.", &["جبان judged nobody none"]);
}

/// Whom the built-in lists name for each label of a body that is about a kind of actor or an act:
/// `form actor`.
fn by_built_in(body: &str) -> Vec<String> {
    let lexicon = Lexicon::built_in().unwrap();
    let grammar = lexicon.grammar(language::of(None));
    let furniture = Furniture::default();
    let text = prepare(body, Half::Body, None, "", grammar, &furniture);
    let mut found = [find(&lexicon, &text, 5)];
    bind(&lexicon, &[&text], &mut found, Bindings::Named, None);
    let mentions = found[0].mentions.iter().filter_map(|mention| {
        let actor = &lexicon.actors[mention.actor?.0 as usize];
        Some(format!("{} {}", text.slice(&mention.bytes), actor.name))
    });
    mentions.collect()
}

#[test]
fn a_happening_judges_and_captives_are_not_whoever_rules_their_state() {
    for body in [
        "احتفل السكان بذكرى الثورة المصرية في الميدان.",
        "رفض قضاة تونس القرار.",
        "طالبت الأسر بالإفراج عن الأسرى الفلسطينيين.",
        "أحبط الحرس تسلل 8 إريتريين من الجبل.",
    ] {
        assert_eq!(by_built_in(body), [""; 0], "{body}");
    }
}

#[test]
fn a_state_behind_a_preposition_is_where_something_is() {
    let named = by_built_in("قال الوزير: لن نسمح بأي تدخل إيراني باليمن.");
    assert!(
        !named.iter().any(|one| one.ends_with(" yemen")),
        "{named:?}"
    );
}

#[test]
fn a_government_is_none_of_its_rulers() {
    let named = by_built_in("قالت السلطات الإماراتية إن الطريق مغلق.");
    assert!(!named.iter().any(|one| one.contains("zayed")), "{named:?}");
}

#[test]
fn a_name_that_only_tells_a_link_in_a_title_is_described_by_nobody() {
    let lexicon = Lexicon::built_in().unwrap();
    let grammar = lexicon.grammar(language::of(None));
    let furniture = Furniture::default();
    let of = |part, given| prepare(given, part, None, "", grammar, &furniture);
    let title = of(Half::Title, "اعتقال جماعات مرتبطة بتنظيم القاعدة");
    let body = of(Half::Body, "قال الحارس أمس. أحرق التنظيم الإرهابي البيوت.");
    let mut found = [find(&lexicon, &title, 5), find(&lexicon, &body, 5)];
    bind(
        &lexicon,
        &[&title, &body],
        &mut found,
        Bindings::Named,
        None,
    );
    assert!(!found[1].mentions.is_empty());
    assert!(
        found[1]
            .mentions
            .iter()
            .all(|mention| mention.actor.is_none())
    );
}

/// The actors of a body's labels by the built-in lists.
fn actors_by_built_in(body: &str) -> Vec<String> {
    let named = by_built_in(body).into_iter();
    named
        .filter_map(|one| Some(one.split(' ').next_back()?.to_owned()))
        .collect()
}

#[test]
fn the_police_of_a_place_are_those_of_its_state() {
    assert_eq!(
        actors_by_built_in("عثرت شرطة جدة على قارب قديم."),
        ["saudi-security"]
    );
    assert_eq!(
        actors_by_built_in("هطل المطر في أسيوط صباحا. وساعدت الشرطة أصحاب القوارب."),
        ["egyptian-police"]
    );
    assert_eq!(
        actors_by_built_in("هطل المطر صباحا. وساعدت الشرطة أصحاب القوارب."),
        [""; 0]
    );
}

#[test]
fn one_ambiguous_name_is_no_state_of_an_article() {
    assert_eq!(
        actors_by_built_in("هذا تقرير مالي مهم. وحضرت الشرطة الحفل."),
        [""; 0]
    );
}

#[test]
fn soldiers_and_police_of_a_state_are_told_apart_by_their_words() {
    assert_eq!(
        actors_by_built_in("صورت قناة القوات البحرية الروسية في الميناء."),
        ["russian-forces"]
    );
    assert_eq!(
        actors_by_built_in("هطل المطر في أسيوط صباحا. وساعد الجيش والشرطة أصحاب القوارب."),
        ["egyptian-army", "egyptian-police"]
    );
}

#[test]
fn the_accusative_of_an_adjective_of_a_state_is_read_behind_an_accusative_only() {
    // هجوما نهريا is an attack of that state; behind another case the same letters are its name.
    assert_eq!(
        named("شنوا هجوما نهريا على القرية."),
        ["هجوما river-army -"]
    );
    assert_eq!(named("وقع هجوم نهريا على القرية."), ["هجوم - -"]);
}

#[test]
fn a_former_regime_is_not_the_one_that_rules() {
    for body in [
        "فر رموز النظام السابق في مصر.",
        "حوكم رجال النظام المصري البائد أمس.",
    ] {
        assert_eq!(by_built_in(body), [""; 0], "{body}");
    }
    let named = by_built_in("تقدمت قوات المخلوع صالح نحو الميناء.");
    assert!(
        named.iter().any(|row| row.ends_with("saleh-forces")),
        "{named:?}"
    );
    let named = by_built_in("قالت الصحيفة إن النظام المصري خائف.");
    assert_eq!(named, ["النظام المصري egypt-government"]);
}
