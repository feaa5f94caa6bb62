import type { SearchTerms } from './language.ts';

/** What the search knows of languages that the interface does not speak. */
export const SEARCH_TERMS: Readonly<Record<string, SearchTerms>> = {
  cs: {
    small:
      'a aby ale ani ano asi až bez bude budou by byl byla bylo být co což či do ho i jak jaká jaké jaký jako je jeho jej její jejich jen ještě již jsem jsme jsou jste já k kam kde kdo kdy když ke která které který kteří ku má máte mezi mi mně mít mohu může můžete my na nad nebo není než o od on ona oni pak po pod podle pro proč proto protože před při s se si své svůj ta tak také takže tam te tedy ten tím to toho tohle tom tomu toto tu ty u už v ve vám vás však všechny z za ze že',
    // without diacritics, as words are compared
    endings:
      'a|e|i|o|u|y|ou|em|am|um|im|ym|ach|ech|ich|ych|ami|emi|imi|ymi|mi|eho|emu|iho|imu|ovi|ove|ova|ek|ka|ky|ku|kou|ce|kach|kam|kami|ni|niho|nimu|nim|nich|nimi|ny|na|ne|nou|neho|nych|nym|ost|osti|ostem|ostmi|t|at|it|et|l|la|lo|li|ly|al|ala|alo|ali|aly|il|ila|ilo|ili|ily|as|ame|ate|aji|is|ime|ite|es|eme|ete|ej|ovat|oval|ovala|ovali|uje|uji|ujeme|ujete|ovan[aioy]?|ovanim|an[aioy]?|anim|en[aioy]?|enim|te|me|jte|ejte|ete|ujte|ajic[ei]|ujic[ei]|av[aeiou]?|avat|avaji|avan[eiy]?|nu|nem|nych|ani|eni',
    ordinal: '\\.',
    of: '',
    spellings: [],
  },
  th: {
    small:
      'ที่ ของ ใน และ หรือ เป็น คือ มี ได้ ให้ กับ แต่ ว่า นี้ นั้น อะไร ทำไม อย่างไร ยังไง ไหม เมื่อ จะ ไม่ แล้ว ก็ ซึ่ง โดย จาก ถึง ต้อง อยู่ มา ไป บ้าง อยาก ยัง การ ความ เรา คุณ เขา ผม ฉัน ครับ ค่ะ คะ นะ ถ้า กว่า ทุก ไง ใคร ไหน เพื่อ ตาม ด้วย เพราะ ตัวเอง',
    endings: '',
    ordinal: '',
    of: '',
    spellings: [],
  },
};
