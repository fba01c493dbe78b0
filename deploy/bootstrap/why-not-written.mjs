import { words } from './words.mjs';

/** What somebody can do about a place that cannot be written to; nothing for any other error. */
export const whyNotWritten = (error) => {
  const place = error?.path ?? error?.dest ?? '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code))
    return words(
      `不能写入 ${place}：当前用户没有权限，或者磁盘是只读的。请把书联放进您自己的文件夹，或者改变它的主人（chown）；数据放在哪里由 SHULIAN_DATA_DIR 决定。`,
      `${place} cannot be written: you have no right to, or the disk is read-only. Put Shulian into a folder of your own, or make ` +
        'this one yours (chown); SHULIAN_DATA_DIR says where the data lies.',
    );
  if (error?.code === 'ENOENT' && error?.syscall === 'mkdir')
    return words(
      `不能在这里建立文件夹 ${place}。请换一个，例如 SHULIAN_DATA_DIR=~/shulian`,
      `No folder ${place} can be made there. Choose another one, for example SHULIAN_DATA_DIR=~/shulian`,
    );
  if (error?.code === 'ENOTDIR' || error?.code === 'EEXIST')
    return words(
      `${place} 不能用作文件夹：路上有一个同名的文件。请换一个，例如 SHULIAN_DATA_DIR=~/shulian`,
      `${place} cannot be a folder: a file has that name or one above it. Choose another one, for example SHULIAN_DATA_DIR=~/shulian`,
    );
  if (error?.code === 'ENOSPC' || error?.code === 'EDQUOT')
    return words(
      `写不进 ${place}：磁盘满了。请腾出至少 2 GB，再运行一次。`,
      `${place} cannot be written: the disk is full. Make room for 2 GB at least, and start again.`,
    );
  return undefined;
};
