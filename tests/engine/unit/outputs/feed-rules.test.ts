import { beforeAll, describe, expect, test } from 'vitest';
import { toAtom } from '../../../../src/outputs/feeds/atom.ts';
import { siteFeed } from '../../../../src/outputs/feeds/feed.ts';
import type { Feed } from '../../../../src/outputs/feeds/feed-frame.ts';
import { toOpml } from '../../../../src/outputs/feeds/opml.ts';
import { toRss } from '../../../../src/outputs/feeds/rss.ts';
import { atomProblems, opmlProblems, rssProblems } from '../../../support/feed-rules.ts';
import { tortureSource } from '../../../support/torture.ts';

/*
 * The rules by which the other tests judge feeds do bite. Each fault below was shown to the W3C's own
 * program (github.com/w3c/feedvalidator of December 2025), which gives it the same name or a narrower
 * one; of the feeds without faults it had nothing to say, at any of its levels.
 */

let feed: Feed;
let rss = '';
let atom = '';
let opml = '';

beforeAll(async () => {
  const { source, archive } = await tortureSource();
  feed = siteFeed(source);
  rss = await toRss(feed);
  atom = toAtom(feed);
  opml = toOpml(archive);
});

type Fault = [problem: string, is: string | RegExp, becomes: string];

const RSS_FAULTS: Fault[] = [
  ['InvalidRSSVersion', 'version="2.0"', 'version="2.1"'],
  ['UnknownNamespace', '<rss ', '<rss xmlns:its="https://a.example/" '],
  ['MissingElement', /<description>.*?<\/description>/, ''],
  ['UndefinedElement', '<ttl>', '<rating2>x</rating2><ttl>'],
  ['MisplacedItem', /(<ttl>.*?<\/ttl>)(.*)<\/channel>/s, '$2$1</channel>'],
  ['InvalidLanguage', '<language>en-GB', '<language>qq-GB'],
  ['InvalidRFC2822Date', /<pubDate>[^<]*/, '<pubDate>2018-08-24T00:00:18Z'],
  ['IncorrectDOW', '<pubDate>Fri', '<pubDate>Mon'],
  ['ImplausibleDate', /<pubDate>Fri, 24 Aug 2018/, '<pubDate>Mon, 24 Aug 2048'],
  ['ImplausibleDate', /<pubDate>Fri, 24 Aug 2018/, '<pubDate>Thu, 24 Aug 1989'],
  ['MissingAtomSelfLink', 'rel="self"', 'rel="alternate"'],
  ['SelfDoesntMatchLocation', '/rss.xml" rel="self"', '/feed.xml" rel="self"'],
  ['UnregisteredAtomLinkRel', 'rel="self"', 'rel="me"'],
  ['ImageLinkDoesntMatch', /(<\/title><link>)[^<]*(<\/link><\/image>)/, '$1https://a.example/$2'],
  ['InvalidFullLink', '/2018/v1.10.everything/</link>', '/2018/中国/</link>'],
  ['InvalidFullLink', /<link>https:[^<]*everything\//, '<link>/2018/everything/'],
  ['ContainsHTML', '<title>Corrected', '<title>&lt;b&gt;Corrected&lt;/b&gt;'],
  ['ContainsHTML', '<title>Corrected', '<title>&amp;eacute; Corrected'],
  ['CharacterData', '<title>Corrected', '<title>&lt;canvas&gt; Corrected'],
  [
    'DuplicateValue',
    /<item>.*<\/item>/s,
    '<item><guid isPermaLink="false">tag:a.example,2026:b</guid></item>'.repeat(2),
  ],
  ['InvalidPermalink', 'isPermaLink="false"', 'isPermaLink="true"'],
  ['SecurityRisk', '<h2>', '<script>1</script><h2>'],
  ['SecurityRiskAttr', '<h2>', '<h2 onclick="x">'],
  ['ContainsRelRef', /href="https:\/\/quay\.example\/topics/, 'href="/topics'],
  ['NotHtml', '</ol>', ''],
  ['BadCharacters', '<title>Corrected', '<title>\ufffdCorrected'],
  ['BadCharacters', '<title>Corrected', '<title>&#133;Corrected'],
];

const ATOM_FAULTS: Fault[] = [
  ['MissingElement', /<updated>.*?<\/updated>/, ''],
  ['UndefinedElement', '<rights>', '<copyright>x</copyright><rights>'],
  ['MisplacedMetadata', /(<icon>.*?<\/icon>)(.*)<\/feed>/s, '$2$1</feed>'],
  ['InvalidTAG', '<id>tag:quay.example,2026', '<id>tag:quay.example,26'],
  ['InvalidRFC3339Date', /<updated>[^<]*/, '<updated>2018-08-24'],
  ['ImplausibleDate', /<published>2018/, '<published>1889'],
  ['MissingSelf', 'rel="self"', 'rel="license"'],
  ['SelfNotAtom', 'type="application/atom+xml"', 'type="text/xml"'],
  ['SelfDoesntMatchLocation', '/atom.xml"', '/feed.xml"'],
  ['UnregisteredAtomLinkRel', 'rel="license"', 'rel="copyright"'],
  ['DuplicateAtomLink', /<link [^>]*rel="alternate"[^>]*>/, '$&$&'],
  ['InvalidMIMEType', 'type="text/html"', 'type="html"'],
  ['ContainsEmail', '<name>007', '<name>007 &lt;a@example.org>'],
  ['NotBlank', /<uri>.*?<\/uri>/, '<uri></uri>'],
  ['DuplicateEntries', /<entry>.*<\/entry>/s, '$&$&'],
  ['DuplicateUpdated', /<entry>.*<\/entry>/s, '$&$&'],
  ['MissingAttribute', /term="[^"]*"/, ''],
  ['SecurityRisk', '<h2>', '<object></object><h2>'],
];

const OPML_FAULTS: Fault[] = [
  ['UndefinedElement', '<ownerName>', '<docs>http://opml.org/spec2.opml</docs><ownerName>'],
  ['InvalidContact', /<ownerEmail>[^<]*/, '<ownerEmail>nobody'],
  ['MissingElement', /<body>.*<\/body>/s, '<body></body>'],
  ['MissingXmlURL', /xmlUrl="[^"]*"/, ''],
  ['MissingTitleAttr', / title="[^"]*"/, ''],
  ['InvalidFullLink', /htmlUrl="[^"]*"/, 'htmlUrl="feeds"'],
  ['InvalidLanguage', 'language="en-gb"', 'language="qq"'],
];

describe('the rules see', () => {
  test.each(RSS_FAULTS)('in RSS: %s (%s)', (problem, is, becomes) => {
    expect(found(rssProblems(spoil(rss, is, becomes), feed.self.rss ?? ''))).toContain(problem);
  });

  test.each(ATOM_FAULTS)('in Atom: %s (%s)', (problem, is, becomes) => {
    expect(found(atomProblems(spoil(atom, is, becomes), feed.self.atom ?? ''))).toContain(problem);
  });

  test.each(OPML_FAULTS)('in OPML: %s (%s)', (problem, is, becomes) => {
    expect(found(opmlProblems(spoil(opml, is, becomes)))).toContain(problem);
  });
});

function spoil(xml: string, is: string | RegExp, becomes: string): string {
  const spoilt = xml.replace(is, becomes);
  expect(spoilt).not.toBe(xml);
  return spoilt;
}

/** The names of problems, without where they are. */
function found(problems: readonly string[]): string[] {
  return problems.map(
    (problem) => /(?:^|: )([A-Z][A-Za-z]+[a-zA-Z\d]*)(?::|$)/.exec(problem)?.[1] ?? problem,
  );
}
