use mizan::language::*;
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let c: Vec<&str> = line.split('\t').collect();
        let pos = match c[1] { "noun" => Some(Pos::Noun), "adj" => Some(Pos::Adjective), "verb" => Some(Pos::Verb), "name" => Some(Pos::Name), _ => None };
        let stems = c[2].split(';').filter(|s| !s.is_empty()).map(str::to_owned).collect();
        let entry = Citation { term: c[0].into(), pos, stems, ..Citation::default() };
        for way in Arabic.bodies(&entry) {
            if way.words.len() > 1 { for b in &way.words[1] { println!("{}\tJ\t{}\t{}", c[0], b.folded, Arabic.rule_name(Rule { head: 0, tail: b.tail })); } continue; }
            for b in &way.words[0] { println!("{}\t{}\t{}\t{}", c[0], b.heads & 1, b.folded, Arabic.rule_name(Rule { head: 0, tail: b.tail })); }
        }
    }
}
