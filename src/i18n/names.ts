import type { Listed } from '../record/lists.ts';
import type { Site } from '../record/site.ts';

/** The lists of a publication, if it has its own. */
export type Lists = Partial<Pick<Site, 'kinds' | 'sources' | 'groups'>>;

/** What the words of the lists are called, by their ids. */
export interface Names {
  kind(id: string): string;
  source(id: string): string;
  /** A topic of a group: “Place”. */
  group(id: string): string;
  /** All topics of a group: “Places”. */
  groupOfTopics(id: string): string;
}

/** The words of the languages that name lists. */
interface Words {
  kinds: Readonly<Record<string, string>>;
  entry: { document: Readonly<Record<string, string>> };
  lists: Readonly<Record<'groups' | 'groupsOfTopics', Readonly<Record<string, string>>>>;
}

/** Names as the owner gives them, and else as the language does. */
export function namesOf({ kinds, sources, groups }: Lists, t: Words): Names {
  const named =
    <Word extends Listed>(
      words: readonly Word[] | undefined,
      said: Readonly<Record<string, string>>,
      nameOf: (word: Word) => string | undefined = ({ name }) => name,
    ) =>
    (id: string): string => {
      const own = words?.find((word) => word.id === id);
      return (own && nameOf(own)) ?? said[id] ?? id;
    };
  return {
    kind: named(kinds, t.kinds),
    source: named(sources, t.entry.document),
    group: named(groups, t.lists.groups),
    groupOfTopics: named(groups, t.lists.groupsOfTopics, ({ all, name }) => all ?? name),
  };
}
