"""What is counted (danh từ được đếm) before a list, and numbers in words: the vocabulary that the checks of counts share."""

# What lists are announced by; other nouns (`120 đại biểu: …`) are followed by anything.
NOUN = (
    r"nội dung|lĩnh vực|nhiệm vụ|nhóm|mục tiêu|giải pháp|đề án|(?:tiểu )?dự án|đề tài|chương trình|chỉ tiêu|tiêu chí|vấn đề|nguyên tắc|bước|"
    r"hợp phần|trụ cột|đột phá|định hướng|kiến nghị|đề xuất|hoạt động|sản phẩm|hạng mục|loại|hình thức|phương án|nguyên nhân|hạn chế|"
    r"tồn tại|bài học|thành viên|ủy viên|tổ viên|đồng chí|cơ quan|đơn vị|sở|ngành|trường|viện|doanh nghiệp|công ty|tập đoàn|tổ chức|tỉnh|"
    r"thành phố|quận|huyện|xã|phường|nước|quốc gia|địa phương|địa điểm|địa bàn|mô hình|công nghệ|giống|công trình|gian hàng|giải|lớp|khóa|"
    r"hội thảo|hội nghị|sự kiện|văn bản|quyết định|nghị quyết|thỏa thuận|hợp đồng|cuộc|phần|điểm|ý|mặt|khâu|yếu tố|khu vực|vùng|ban|tổ|"
    r"bên|chuyên đề|kế hoạch|chính sách|cơ chế|biện pháp|dịch vụ|kết quả|thành tựu|quan điểm|phương hướng|dòng|mảng|tuyến|khu|trung tâm|"
    r"phó (?:trưởng )?ban|phó trưởng đoàn|phó chủ tịch|hướng|người|vị|ông|bà|điều khoản|tham luận|trạm|chuyên mục|tiểu ban|phòng|trang trại|"
    r"hợp tác xã|giải thưởng|sáng kiến|sáng chế|tiêu chuẩn|quy trình|thiết bị|hệ thống|kênh|đợt|buổi|tài liệu|báo cáo|phiên|làng nghề|bệnh viện|"
    r"nguồn|thế mạnh|thách thức|cơ hội|lợi thế|khó khăn|lý do|điều kiện|yêu cầu|câu hỏi|khuyến nghị|phong trào|ngành hàng|cây trồng|vật nuôi|đối tác|hội đồng|việc|cơ sở|kết luận|khu|cụm|ý kiến|cam kết|"
    r"mục|chương|trường hợp|phương pháp|công cụ|tính năng|ứng dụng|phần mềm|bài|tác phẩm|giá trị|công đoạn|quy định|thủ tục|chủ đề|chủ trương|"
    r"khía cạnh|vòng|loài|tác giả|cá nhân|tập thể|nhà khoa học|nghệ nhân|gương mặt|câu lạc bộ|học phần|môn|nghề|đội|khuyết điểm|ưu điểm|thông số|đặc điểm|tiện ích|thành phần|giấy tờ|lực lượng|cấp độ|tầng"
)
# Counts in words. A bare `năm` is a year; after these words it counts.
NUMBERS = dict(zip("hai ba bốn năm sáu bảy tám chín mười".split(), range(2, 11), strict=True))
