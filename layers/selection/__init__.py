"""What is chosen: filters, names resolved to codes, search by pinyin."""
