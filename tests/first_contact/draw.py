#!/usr/bin/env python3
"""Draw texts that nobody has read: draw.py [--seed N] [--data DIR] [--each N]

Prints corpus, stratum, id, outlet and number of words, one text a line, as CSV. Reads DIR/corpora/*.jsonl.gz (../shared/data beside the
repository). A text is left out if its id stands in any other file of DIR, or in a round of this folder, if its title or its first words are
those of such a text, or if more than 15 of 100 of its runs of six words stand in such texts."""
import argparse, csv, glob, gzip, json, os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
CORPORA = ['recent', 'egypt-2013-02-24', 'egypt-2013-03-11', 'saudi-2015']
# How many texts of each stratum are taken from each corpus; the strata are tested in this order and a text belongs to the first that fits.
STRATA = {'colon': 2, 'statement': 1, 'silent': 1, 'plain': 2}
CONFLICT = re.compile(r'قتل|قتيل|مقتل|شهيد|شهداء|استشه|مسلح|إرهاب|ارهاب|هجوم|هاجم|اشتباك|قصف|غار[ةا]|جيش|ميليش|ملیش|معارض|متظاهر|احتجاج|نظام|قوات|انقلاب|'
                      r'متمرد|مقاوم|احتلال|اعتقال|معتقل|تفجير|انفجار|ثوار|ثورة|عنف|بلطجي|تنظيم|جماعة|إخوان|اخوان|داعش|حوثي|أسر[ىي]|مجزر|جرائم|إعدام|شرطة')
REPORTING = re.compile(r'\b[وف]?(?:قال|أكد|اكد|أعلن|اعلن|أوضح|اوضح|أضاف|اضاف|ذكر|كشف|أشار|اشار|نفى|حذر|صرح|أفاد|افاد|شدد|اعتبر|طالب|دعا|تابع)(?:ت|وا)?\b')
STATEMENT = re.compile(r'بيان|تدين|يدين|أدان|تستنكر|يستنكر|استنكر|تندد|يندد|ندد|تنعي|تنعى|ينعي')
WORD = re.compile(r'[\w\u064b-\u0652\u0640]+')

def words(article): return len(WORD.findall(article['title'])) + len(WORD.findall(article['text']))
def key(text): return ' '.join(re.sub(r'[\W_\u064b-\u0652\u0640]+', ' ', text).translate(str.maketrans('أإآىة', 'ااايه')).split())
def copies(article): return {('title', key(article['title'])), ('body', ' '.join(key(article['text']).split()[:12]))}

def runs(article, n=6):
    """All runs of n words, for finding another outlet's copy that has other first words."""
    w = key(article['title'] + ' ' + article['text']).split()
    return {hash(tuple(w[i:i + n])) for i in range(len(w) - n + 1)}

def shares(article, known, most=.15):
    """Whether more than that part of its runs of words stands in a text that is known."""
    own = runs(article)
    return len(own & known) > most * len(own)

def stratum(article):
    if ':' in article['title'].rstrip(': '): return 'colon'
    if STATEMENT.search(article['title'] + ' ' + article['text'][:250]): return 'statement'
    if not REPORTING.search(article['text']): return 'silent'
    return 'plain'

def seen_text(data):
    """All that stands in the files that are not corpora: an id that occurs there has been read."""
    out = []
    for path in sorted(glob.glob(os.path.join(data, '**'), recursive=True)):
        if os.path.isfile(path) and os.path.basename(os.path.dirname(path)) != 'corpora':
            with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8', errors='replace') as f: out.append(f.read())
    return '\n'.join(out)

def draw(data, seed, each, rounds):
    seen = set(re.findall(r'[A-Za-z]+-[\w-]+', seen_text(data)))
    for path in rounds:
        with open(path, newline='', encoding='utf-8') as f: seen |= {r['id'] for r in csv.DictReader(f)}
    articles = {}
    for corpus in CORPORA:
        with gzip.open(os.path.join(data, 'corpora', corpus + '.jsonl.gz'), 'rt', encoding='utf-8') as f: articles[corpus] = [json.loads(line) for line in f]
    known = set().union(*(copies(a) for corpus in CORPORA for a in articles[corpus] if a['id'] in seen))
    read = set().union(*(runs(a) for corpus in CORPORA for a in articles[corpus] if a['id'] in seen)) if rounds else set()
    rng, used, taken = random.Random(seed), {}, set()
    for corpus in CORPORA:
        pools = {k: [] for k in STRATA}
        for a in sorted(articles[corpus], key=lambda a: a['id']):
            if a['id'] in seen or copies(a) & known or not 60 <= words(a) <= 450 or len(CONFLICT.findall(a['title'] + ' ' + a['text'])) < 4: continue
            pools[stratum(a)].append(a)
        for k, n in STRATA.items():
            rng.shuffle(pools[k])
            for _ in range(n * each // sum(STRATA.values())):
                pool = [a for a in pools[k] if not copies(a) & taken]
                # The first in the drawn order among outlets taken least often, that is nobody's copy.
                a = next((a for a in sorted(pool, key=lambda a: used.get(a['source'], 0)) if not shares(a, read)), None)
                if a is None: continue
                used[a['source']] = used.get(a['source'], 0) + 1
                taken |= copies(a); pools[k].remove(a)
                if rounds: read |= runs(a)
                yield corpus, k, a['id'], a['source'], words(a)

if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--seed', type=int, default=20261130); ap.add_argument('--each', type=int, default=6, help='texts of each corpus, a multiple of 6')
    ap.add_argument('--data', default=os.path.join(HERE, '..', '..', '..', 'shared', 'data')); ap.add_argument('--forget', action='store_true', help='ignore the rounds of this folder: draws the first round again')
    a = ap.parse_args()
    if not os.path.isdir(os.path.join(a.data, 'corpora')): sys.exit(f'skipped: no corpora in {a.data}')
    out = csv.writer(sys.stdout, lineterminator='\n'); out.writerow(['corpus', 'stratum', 'id', 'outlet', 'words'])
    out.writerows(draw(a.data, a.seed, a.each, [] if a.forget else sorted(glob.glob(os.path.join(HERE, 'round-*', 'articles.csv')))))
