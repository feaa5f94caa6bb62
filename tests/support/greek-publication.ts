import type { Facts } from './fixtures.ts';

/*
 * A publication in Greek with every component and state, for tests of words: nothing in it is written in
 * Latin letters but names of fields and of files.
 */

export const GREEK: Facts = {
  name: 'Το Μητρώο',
  tagline: 'Τα νέα του ποταμού.',
  description: 'Ένα μητρώο για τον ποταμό και τις γέφυρές του.',
  url: 'https://potamos.example/',
  locale: 'el',
  zone: 'Europe/Athens',
  desk: 'desk',
  email: 'desk@potamos.example',
  identity: { domain: 'potamos.example', year: 2023 },
  licence: { name: 'Άδεια 4.0', url: 'https://licence.example/' },
  counts: { home: 3, page: 2, related: 2 },
  vocabulary: 'closed',
  feeds: { site: 10, section: 6 },
  security: { contact: 'mailto:desk@potamos.example', expires: '2027-10-31' },
  articles: { minorWords: 6 },
};

function article(title: string, day: string, more: readonly string[], body: string): string {
  return [
    '---',
    `title: ${title}`,
    `description: Περιγραφή για ${title}.`,
    `pubDate: ${day}`,
    ...more,
    '---',
    '',
    body,
    '',
  ].join('\n');
}

/** Its files, by path. */
export function greekPublication(): Record<string, string> {
  const entry = (year: string, name: string) => `content/articles/${year}/${name}.mdx`;
  return {
    'content/tags.yaml': `potamos: { name: Ποταμός, group: topic, description: Το νερό και οι όχθες., synonyms: [ρέμα] }
gefyra: { name: Γέφυρα, group: place, description: "Ό,τι περνά από πάνω." }
dimos: { name: Δήμος, group: body, description: Ποιος αποφασίζει. }
`,
    'content/authors/desk.yaml': 'name: Η σύνταξη\nbio: Διαβάζουμε πρακτικά.\n',
    'content/authors/anna.yaml': 'name: Άννα\nrole: Συντάκτρια\n',
    'content/glossary.yaml': 'frachtis: { name: φράχτης, text: "Ό,τι κρατά το νερό." }\n',
    'content/storylines/palia.yaml':
      'name: Η παλιά γέφυρα\ndescription: Πώς έκλεισε.\nshort: Έκλεισε.\nstatus: closed\nclosed: 2023-06-01\n',
    'content/storylines/nea.yaml':
      'name: Η νέα γέφυρα\ndescription: Πώς χτίζεται.\nshort: Χτίζεται.\n',
    'content/pages/about.mdx':
      '---\ntitle: Σχετικά\ndescription: Ποιοι είμαστε.\n---\n\nΕίμαστε εδώ.\n',
    'content/pages/policies.mdx':
      '---\ntitle: Αρχές\ndescription: Πώς διορθώνουμε.\n---\n\nΔιορθώνουμε φανερά.\n',
    [entry('2022', 'ena')]: article(
      'Η γέφυρα κλείνει',
      '2022-03-01',
      ['number: 22-1', 'tags: [gefyra, dimos]', 'storyline: palia'],
      'Η γέφυρα έκλεισε χθες το βράδυ.',
    ),
    [entry('2023', 'dyo')]: article(
      'Η γέφυρα πέφτει',
      '2023-02-02',
      ['number: 23-1', 'tags: [gefyra]', 'storyline: palia', 'kind: opinion', 'authors: [anna]'],
      'Έπεσε.',
    ),
    [entry('2023', 'tria')]: article(
      'Ο ποταμός μετριέται',
      '2023-04-14',
      [
        'number: 23-2',
        'tags: [potamos, dimos]',
        'storyline: nea',
        'compiled: 2023-04-20',
        'updatedDate: 2023-06-01',
        'kind: analysis',
        'figure: { value: "12", label: μέτρα }',
        'keyFacts:',
        '  - { label: Τι, text: Μια μέτρηση. }',
        '  - { label: Πηγή, text: Τα πρακτικά. }',
        'sources:',
        '  - { id: praktika, type: official, title: Πρακτικά, publisher: Δήμος, date: 2023-04, lang: de, url: "https://dimos.example/1", archive: "https://arxeio.example/1" }',
        '  - { title: Επιστολή, publisher: Αναγνώστης }',
      ],
      `Ο ποταμός έχει δώδεκα μέτρα.<Cite id="praktika" /> Ο <Term id="frachtis">φράχτης</Term> κρατά.[^a]

## Πρώτο

- [x] έγινε
- [ ] μένει

| Όνομα | Τιμή |
| --- | --- |
| Νερό | 3 |

<Chart type="bar" caption="Μέτρα" data={[{ label: "Άνω", value: 3 }, { label: "Κάτω", value: 4 }]} unit="%" />

<Chart type="line" caption="Χρόνια" data={[{ label: "2021", value: 3 }, { label: "2022", value: 4 }, { label: "2023", value: 6 }]} note="Δικά μας." />

<Chart type="bar" stacked={true} series={["Μέρα", "Νύχτα"]} caption="Βάρδιες" data={[{ label: "Άνω", value: [3, 2] }, { label: "Κάτω", value: [4, 1] }]} />

## Δεύτερο

<Chart type="dot" caption="Ψήφοι" data={[{ label: "Ναι", value: 5 }, { label: "Όχι", value: 3, mark: "struck" }]} />

<Chart type="seats" caption="Έδρες" data={[{ label: "Ναι", value: 7, mark: "solid" }, { label: "Όχι", value: 6 }]} threshold={{ at: 7, label: "επτά" }} />

<Figure caption="Πίνακας">

| Όνομα | Τιμή |
| --- | --- |
| Νερό | 3 |

</Figure>

<Timeline caption="Γεγονότα" events={[{ date: "2023-02", text: "Αρχή." }, { date: "2023-04-14", text: "Τέλος." }]} />

<PullQuote by="Κάποιος" cite="praktika">

Το νερό ανεβαίνει.

</PullQuote>

<Embed href="https://dimos.example/2" title="Απόφαση" publisher="Δήμος" text="Δύο σελίδες." type="court" />

<Note title="Σημείωση">

Το γράψαμε αργότερα.

</Note>

<details>

Κλειστό.

</details>

[^a]: Μια σημείωση, δύο φορές.`,
    ),
    [entry('2023', 'tessera')]: article(
      'Ο δήμος διορθώνει',
      '2023-07-01',
      [
        'number: 23-3',
        'tags: [dimos, potamos]',
        'storyline: nea',
        'corrections:',
        '  - { date: 2023-07-01, text: Λάθος μέρα., was: Τρίτη, now: Τετάρτη }',
        '  - { date: 2023-08-05, text: Λάθος όνομα. }',
      ],
      'Συνεδρίασε την Τετάρτη.',
    ),
    [entry('2024', 'pente')]: article(
      'Η μελέτη του ποταμού αποσύρεται',
      '2024-01-15',
      ['number: 24-1', 'tags: [potamos]', 'withdrawn: { date: 2024-02-01, reason: Δεν ίσχυε. }'],
      'Δεν ίσχυε.',
    ),
    'content/articles/2024/exi.md': article(
      'Ο ποταμός ανεβαίνει',
      '2024-05-05',
      ['tags: [potamos]', 'kind: explainer'],
      'Ανέβηκε ο ποταμός τρία μέτρα.\n\n> [!WARNING]\n> Μην περνάτε.\n\n> [!TIP]\n> Περάστε αλλού.',
    ),
    [entry('2024', 'epta')]: article(
      'Ο ποταμός κατεβαίνει',
      '2024-06-01',
      ['number: 24-2', 'tags: [potamos]', 'storyline: nea'],
      'Κατέβηκε ο ποταμός πάλι.',
    ),
  };
}
