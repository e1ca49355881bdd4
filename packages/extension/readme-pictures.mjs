/**
 * A README without the pictures that lie beside it. Editors show the page of an installed extension with pictures
 * from https addresses only: a path would be a broken picture.
 *
 * @param {string} text Markdown; a picture is a paragraph of its own
 * @returns {string}
 */
export function withoutPictures(text) {
  return text.replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '');
}
