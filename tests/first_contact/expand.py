#!/usr/bin/env python3
"""Put the texts back: expand.py ROUND OUT [--data DIR]

Reads ROUND (articles.csv, voices.csv, labels.csv, furniture.csv: ids and offsets) and DIR/corpora/*.jsonl.gz, and writes OUT in the form of the
annotated sets that score.py reads: articles.jsonl, voices.csv, labels.csv, furniture.csv, with the words that the offsets stand for."""
import argparse, csv, gzip, json, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r'[\w\u064b-\u0652\u0640]+')

def rows(folder, name):
    with open(os.path.join(folder, name), newline='', encoding='utf-8') as f: return list(csv.DictReader(f))

def write(folder, name, columns, out):
    with open(os.path.join(folder, name), 'w', newline='', encoding='utf-8') as f:
        writer = csv.writer(f, lineterminator='\n'); writer.writerow(columns); writer.writerows([r[c] for c in columns] for r in out)

def texts(articles, data):
    """The articles of the corpora by id, each with its parts; a text that is not the annotated one ends the run."""
    found = {}
    for corpus in sorted({a['corpus'] for a in articles}):
        wanted = {a['id'] for a in articles if a['corpus'] == corpus}
        with gzip.open(os.path.join(data, 'corpora', corpus + '.jsonl.gz'), 'rt', encoding='utf-8') as f:
            for line in f:
                a = json.loads(line)
                if a['id'] in wanted: found[a['id']] = a
    for a in articles:
        if a['id'] not in found: sys.exit(f"{a['id']} is not in {a['corpus']}")
        text = found[a['id']]
        if len(WORD.findall(text['title'])) + len(WORD.findall(text['text'])) != int(a['words']): sys.exit(f"{a['id']} is not the text that was annotated")
    return found

def expand(folder, out, data):
    articles = rows(folder, 'articles.csv'); found = texts(articles, data)
    def cut(r, start, end):
        text = found[r['doc']]['title' if r['part'] == 'title' else 'text']
        return text[int(start):int(end)] if start else ''
    voices, labels, furniture = rows(folder, 'voices.csv'), rows(folder, 'labels.csv'), rows(folder, 'furniture.csv')
    for r in voices:
        r['speaker'] = cut(r, r['speaker_start'], r['speaker_end'])
        r['cue'] = ' ... '.join(cut(r, *span.split('-')) for span in r['cue'].split())
    for r in labels: r['head_term'] = cut(r, r['head_start'], r['head_end'])
    for r in [*voices, *labels, *furniture]: r['text'] = cut(r, r['start'], r['end'])
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, 'articles.jsonl'), 'w', encoding='utf-8') as f:
        for a in articles: f.write(json.dumps({k: found[a['id']][k] for k in ('id', 'source', 'date', 'title', 'text')}, ensure_ascii=False) + '\n')
    write(out, 'voices.csv', ['doc', 'part', 'start', 'end', 'kind', 'kind_alt', 'speaker', 'cue', 'text'], voices)
    write(out, 'labels.csv', ['doc', 'part', 'start', 'end', 'text', 'head_term', 'actor', 'label_class', 'polarity', 'polarity_ok', 'voice', 'voice_alt',
                              'loaded', 'mention_type', 'actors'], labels)
    write(out, 'furniture.csv', ['doc', 'part', 'start', 'end', 'text'], furniture)

if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('round'); ap.add_argument('out'); ap.add_argument('--data', default=os.path.join(HERE, '..', '..', '..', 'shared', 'data'))
    a = ap.parse_args()
    if not os.path.isdir(os.path.join(a.data, 'corpora')): sys.exit(f'skipped: no corpora in {a.data}')
    expand(a.round, a.out, a.data)
