/** Small words by which core/sense/language tells English from its neighbours. The build files them. */
export const ENGLISH_WORDS =
  'the of and is was with that this for are by from you your it have has his her their at be he she we they not but who which were been would'.split(
    ' ',
  );
/** Counted in small letters only. */
export const FOREIGN_WORDS = [
  'und ist mit dem ein eine einem einer nicht auf für das wurde wird sind auch sich',
  'les des est une dans pour qui sur avec que par sont',
  'las por con una para como fue che sono gli nel alla uma com foi',
  'het een niet voor zijn ook och att som til av nie jest dla bir yang untuk',
]
  .join(' ')
  .split(' ');
