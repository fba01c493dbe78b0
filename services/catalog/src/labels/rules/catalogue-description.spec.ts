import { describe, expect, it } from '@jest/globals';
import { catalogueDescription } from './catalogue-description.js';

const bare = {
  title: '呐喊', subtitle: null, partNumber: null, partTitle: null, statement: null, contributors: [], edition: null,
  publishedIn: null, publisher: null, publishedYear: null, extent: null, series: [], isbns: [], priceFen: null, subjects: [], clc: null,
}; // prettier-ignore

describe('the description on a catalogue card', () => {
  it('has its areas in the order and with the marks of GB/T 3792', () => {
    expect(
      catalogueDescription({
        title: '红楼梦', subtitle: '程乙本', partNumber: '上', partTitle: null, statement: '(清)曹雪芹著；高鹗续',
        contributors: ['曹雪芹', '高鹗'], edition: '第3版', publishedIn: '北京', publisher: '人民文学出版社',
        publishedYear: 2008, extent: '2册 ; 21cm', series: ['中国古典文学读本丛书'], isbns: ['9787020002207'],
        priceFen: 5970, subjects: ['章回小说'], clc: 'I242.4',
      }), // prettier-ignore
    ).toEqual([
      '红楼梦. 上 : 程乙本 / (清)曹雪芹著；高鹗续. — 第3版. — 北京 : 人民文学出版社, 2008',
      '2册 ; 21cm. — (中国古典文学读本丛书)',
      'ISBN 9787020002207 : CNY59.70',
      'Ⅰ. 红…  Ⅱ. ①曹雪芹 ②高鹗  Ⅲ. ①章回小说  Ⅳ. I242.4',
    ]);
  });
  it('leaves out, with its marks, what nobody knows', () => {
    expect(catalogueDescription(bare)).toEqual(['呐喊', 'Ⅰ. 呐…']);
    expect(catalogueDescription({ ...bare, publisher: '社', priceFen: 0 })).toEqual([
      '呐喊. — 社',
      'CNY0.00',
      'Ⅰ. 呐…',
    ]);
  });
  it('names the contributors where no statement was copied from the title page', () => {
    expect(catalogueDescription({ ...bare, contributors: ['鲁迅', '周作人'] })[0]).toBe(
      '呐喊 / 鲁迅, 周作人',
    );
  });
});
